package io.homeostat.monitor.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.monitor.ledger.LedgerReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads the topic {@code rules} from its beginning and on to its end. Not thread-safe. */
final class RulesReader extends LedgerReader<KnownRules> {

    static final TopicPartition RULES = new TopicPartition(Topics.RULES, 0);

    private final Map<String, Rule> rules = new HashMap<>();
    private boolean seeded;

    /**
     * A reader that has read nothing yet, and closes what it is given.
     *
     * @param committed reads what was committed
     * @param uncommitted knows where the topic ends, with what is not committed
     */
    RulesReader(Consumer<byte[], byte[]> committed, Consumer<byte[], byte[]> uncommitted) {
        super(committed, uncommitted, Topics.RULES);
    }

    @Override
    protected void forget() {
        rules.clear();
        seeded = false;
    }

    @Override
    protected KnownRules taken() {
        if (!seeded) {
            throw new TimeoutException("nobody has written the first rules yet");
        }
        return new KnownRules(rules);
    }

    @Override
    protected void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        if (key == null) {
            return;
        }
        String id = new String(key, StandardCharsets.UTF_8);
        byte[] value = record.value();
        if (id.equals(Topics.RULES_SET_MARK)) {
            seeded = value != null;
        } else if (value == null) {
            rules.remove(id);
        } else {
            try {
                Rule rule = RuleJson.read(value);
                rules.put(rule.id(), rule);
            } catch (RuleFormatException e) {
                // counted and said by the pipeline's follower, which passes over it as well
            }
        }
    }
}
