package io.homeostat.monitor.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.rule.RuleJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic {@code rules} from its beginning and, whenever it is asked to, on to its end. Not thread-safe.
 *
 * <p>The end is that of all records and not that of the committed ones: what stands in somebody's open transaction may
 * be about to become the newest version, and is waited for.
 */
final class RulesReader implements AutoCloseable {

    static final TopicPartition RULES = new TopicPartition(Topics.RULES, 0);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> committed;
    private final Consumer<byte[], byte[]> uncommitted;
    private final Map<String, Rule> rules = new HashMap<>();
    private boolean seeded;

    /**
     * A reader that has read nothing yet, and closes what it is given.
     *
     * @param committed reads what was committed
     * @param uncommitted knows where the topic ends, with what is not committed
     */
    RulesReader(Consumer<byte[], byte[]> committed, Consumer<byte[], byte[]> uncommitted) {
        this.committed = committed;
        this.uncommitted = uncommitted;
        committed.assign(List.of(RULES));
        committed.seekToBeginning(List.of(RULES));
    }

    /**
     * The rules as they are now.
     *
     * @throws TimeoutException if the end was not reached in time, or nobody has written the first rules yet; what was
     *     read until then stays read
     */
    KnownRules readToEnd(Deadline deadline) {
        long end = uncommitted.endOffsets(List.of(RULES), deadline.left()).getOrDefault(RULES, 0L);
        if (committed.position(RULES, deadline.left()) > end) {
            // another topic of the same name
            rules.clear();
            seeded = false;
            committed.seekToBeginning(List.of(RULES));
        }
        while (committed.position(RULES, deadline.left()) < end) {
            if (deadline.isOver()) {
                throw new TimeoutException("the topic rules was not read to its end " + end + " in time");
            }
            committed.poll(POLL).forEach(this::take);
        }
        if (!seeded) {
            throw new TimeoutException("nobody has written the first rules yet");
        }
        return new KnownRules(rules);
    }

    private void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
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

    @Override
    public void close() {
        committed.close(CloseOptions.timeout(CLOSE));
        uncommitted.close(CloseOptions.timeout(CLOSE));
    }
}
