package io.homeostat.monitor.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.monitor.ledger.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One look through {@code rules.history}. Not thread-safe. */
final class HistoryReading {

    static final TopicPartition HISTORY = new TopicPartition(Topics.RULES_HISTORY, 0);

    private static final Duration POLL = Duration.ofMillis(50);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final byte[] key;
    private final Deadline deadline;
    private final long start;
    private final long end;

    /**
     * A look for the versions of one rule.
     *
     * @param mostRecords how many of the newest records are gone through
     */
    HistoryReading(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            String ruleId,
            long mostRecords,
            Deadline deadline) {
        this.consumer = consumer;
        this.key = ruleId.getBytes(StandardCharsets.UTF_8);
        this.deadline = deadline;
        List<TopicPartition> topic = List.of(HISTORY);
        consumer.assign(topic);
        end = consumer.endOffsets(topic, deadline.left()).getOrDefault(HISTORY, 0L);
        start = Math.max(
                consumer.beginningOffsets(topic, deadline.left()).getOrDefault(HISTORY, 0L), end - mostRecords);
    }

    /** Where the rule's versions stand, the newest first. */
    List<Long> places() {
        List<Long> places = new ArrayList<>();
        forEach(start, end, record -> {
            if (version(record) != null) {
                places.add(record.offset());
            }
        });
        Collections.reverse(places);
        return places;
    }

    /** The versions at some places, in the order of the places. */
    List<Rule> at(List<Long> places) {
        Map<Long, Rule> found = new HashMap<>();
        if (!places.isEmpty()) {
            forEach(Collections.min(places), Collections.max(places) + 1, record -> {
                Rule rule = places.contains(record.offset()) ? version(record) : null;
                if (rule != null) {
                    found.put(record.offset(), rule);
                }
            });
        }
        return places.stream()
                .flatMap(place -> Optional.ofNullable(found.get(place)).stream())
                .toList();
    }

    /** One version; the newest of that number, should others have written it again. */
    Optional<Rule> numbered(int number) {
        List<Rule> found = new ArrayList<>(1);
        forEach(start, end, record -> {
            Rule rule = version(record);
            if (rule != null && rule.version() == number) {
                found.clear();
                found.add(rule);
            }
        });
        return found.stream().findFirst();
    }

    /** The newest version that was written by a moment. */
    Optional<Rule> writtenBy(Instant moment) {
        List<Rule> found = new ArrayList<>(1);
        forEach(start, end, record -> {
            Rule rule = record.timestamp() <= moment.toEpochMilli() ? version(record) : null;
            if (rule != null) {
                found.clear();
                found.add(rule);
            }
        });
        return found.stream().findFirst();
    }

    private void forEach(long from, long to, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        consumer.seek(HISTORY, from);
        while (consumer.position(HISTORY, deadline.left()) < to) {
            if (deadline.isOver()) {
                throw new TimeoutException("the topic rules.history was not read to " + to + " in time");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < to) {
                    taker.accept(record);
                }
            }
        }
    }

    /** The rule's version in a record; {@code null} where it is another's, or cannot be read. */
    private @Nullable Rule version(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null || !Arrays.equals(key, record.key())) {
            return null;
        }
        try {
            return RuleJson.read(value);
        } catch (RuleFormatException e) {
            // others may write to the topic too
            return null;
        }
    }
}
