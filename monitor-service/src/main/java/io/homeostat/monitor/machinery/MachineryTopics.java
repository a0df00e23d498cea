package io.homeostat.monitor.machinery;

import io.homeostat.model.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What is read for alerts about machinery: first the past, that is the alerts that may be open and who was heard, and then
 * what comes, incidents and heartbeats. Not thread-safe.
 *
 * <p>The group's committed positions say where to begin: on {@code incidents} after the last event that was decided on, on
 * {@code alerts} before the oldest alert about machinery that may be open.
 */
final class MachineryTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    /** More than the heartbeats of an hour; who was not heard since is not missed anew. */
    private static final long HEARTBEATS_READ = 20_000;

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> uncommitted;
    private final Map<TopicPartition, Long> floor = new HashMap<>();

    MachineryTopics(Map<String, Object> connection) {
        committed = consumer(connection, IsolationLevel.READ_COMMITTED);
        uncommitted = consumer(connection, IsolationLevel.READ_UNCOMMITTED);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> connection, IsolationLevel isolation) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, Office.GROUP);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, Office.GROUP + "-" + isolation);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis() - 1_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Goes where the past begins; incidents wait. */
    void begin() {
        List<TopicPartition> incidents = partitions(Topics.INCIDENTS);
        List<TopicPartition> alerts = partitions(Topics.ALERTS);
        List<TopicPartition> heartbeats = partitions(Topics.HEARTBEATS);
        List<TopicPartition> all = new ArrayList<>(incidents);
        all.addAll(alerts);
        all.addAll(heartbeats);
        committed.assign(all);
        Map<TopicPartition, Long> starts = new HashMap<>(committed.beginningOffsets(all));
        committed.committed(Set.copyOf(all)).forEach((partition, position) -> {
            if (position != null) {
                starts.merge(partition, position.offset(), Math::max);
            }
        });
        committed
                .endOffsets(heartbeats)
                .forEach((partition, end) -> starts.merge(partition, end - HEARTBEATS_READ, Math::max));
        starts.forEach(committed::seek);
        alerts.forEach(partition -> floor.put(partition, starts.getOrDefault(partition, 0L)));
        committed.pause(incidents);
    }

    /** Where the past ends. Somebody's open transaction may hold a part of it back: hence not the last stable offset. */
    Map<TopicPartition, Long> now() {
        return uncommitted.endOffsets(
                committed.assignment().stream()
                        .filter(partition -> !partition.topic().equals(Topics.INCIDENTS))
                        .collect(Collectors.toSet()),
                ANSWER);
    }

    /** Reads on, and says whether the past is over. */
    boolean readPast(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        committed.poll(POLL).forEach(reader);
        return ends.entrySet().stream().allMatch(end -> committed.position(end.getKey()) >= end.getValue());
    }

    /** From now on incidents and heartbeats are read; our own alerts we know. */
    void turnToWhatComes() {
        committed.pause(ofTopic(Topics.ALERTS));
        committed.resume(ofTopic(Topics.INCIDENTS));
    }

    Iterable<ConsumerRecord<byte[], byte[]>> read() {
        return committed.poll(POLL);
    }

    /** Where a successor has to begin. */
    Map<TopicPartition, OffsetAndMetadata> positions(boolean noneOpen) {
        if (noneOpen) {
            floor.putAll(committed.endOffsets(floor.keySet()));
        }
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        floor.forEach((partition, offset) -> positions.put(partition, new OffsetAndMetadata(offset)));
        ofTopic(Topics.INCIDENTS)
                .forEach(partition -> positions.put(partition, new OffsetAndMetadata(committed.position(partition))));
        return positions;
    }

    private Collection<TopicPartition> ofTopic(String topic) {
        return committed.assignment().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> found = committed.partitionsFor(topic, ANSWER).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        if (found.isEmpty()) {
            throw new KafkaException("the topic " + topic + " must be there, and is not yet");
        }
        return found;
    }

    @Override
    public void close() {
        Closing.uninterrupted(() -> committed.close(CloseOptions.timeout(CLOSE)));
        Closing.uninterrupted(() -> uncommitted.close(CloseOptions.timeout(CLOSE)));
    }
}
