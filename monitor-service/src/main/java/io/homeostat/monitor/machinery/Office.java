package io.homeostat.monitor.machinery;

import io.homeostat.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whose turn it is to write alerts about machinery: of all monitors, that member's of the group which is given the first
 * partition of the incidents. It reads nothing from there. Not thread-safe.
 */
final class Office implements AutoCloseable {

    static final String GROUP = "homeostat-monitor-machinery";

    private static final TopicPartition SEAT = new TopicPartition(Topics.INCIDENTS, 0);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> member;

    Office(Map<String, Object> connection, String instance) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP + "@" + instance);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        member = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        member.subscribe(List.of(Topics.INCIDENTS));
    }

    /** Stays a member for another moment, a tenth of a second at most, and says whether it is our turn. */
    boolean isOurs() {
        member.pause(member.assignment());
        member.poll(WAIT);
        member.pause(member.assignment());
        return member.assignment().contains(SEAT);
    }

    /** By this, Kafka refuses what is committed by a member whose turn is over. */
    ConsumerGroupMetadata metadata() {
        return member.groupMetadata();
    }

    @Override
    public void close() {
        Closing.uninterrupted(() -> member.close(CloseOptions.timeout(CLOSE)));
    }
}
