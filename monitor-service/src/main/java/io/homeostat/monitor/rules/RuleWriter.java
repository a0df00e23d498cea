package io.homeostat.monitor.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.monitor.ledger.LedgerWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes one version of a rule to {@code rules} and {@code rules.history}, to both or to none. Not thread-safe. */
final class RuleWriter extends LedgerWriter<Rule> {

    /** A writer that closes the producer which it is given. */
    RuleWriter(Producer<byte[], byte[]> producer) {
        super(producer);
    }

    @Override
    protected List<ProducerRecord<byte[], byte[]>> records(Rule rule) {
        byte[] key = rule.id().getBytes(StandardCharsets.UTF_8);
        byte[] value = RuleJson.write(rule);
        return List.of(
                new ProducerRecord<>(Topics.RULES, key, value), new ProducerRecord<>(Topics.RULES_HISTORY, key, value));
    }
}
