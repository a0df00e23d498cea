package io.homeostat.monitor.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes one version of a rule to {@code rules} and {@code rules.history}, to both or to none. All monitors' writers have
 * one transactional id, so that who begins last shuts out the others. Not thread-safe.
 */
final class RuleWriter implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;

    /** A writer that closes the producer which it is given. */
    RuleWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Shuts out whoever has begun before; what he has written but not committed is as if it never was. */
    void begin() {
        producer.initTransactions();
    }

    /** Writes a version. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if a record of the transaction did
    void write(Rule rule) {
        byte[] key = rule.id().getBytes(StandardCharsets.UTF_8);
        byte[] value = RuleJson.write(rule);
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Topics.RULES, key, value));
        producer.send(new ProducerRecord<>(Topics.RULES_HISTORY, key, value));
        producer.commitTransaction();
    }

    /** What is not committed by now is aborted. */
    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
