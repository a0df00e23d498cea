package io.homeostat.healer.watching;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Hears what is written to a topic, all partitions of it. Thread-safe. */
public final class TopicEar extends Watcher {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LISTENING = Duration.ofMillis(500);

    private final String topic;
    private final From from;
    private final Map<String, Object> settings;
    private final Consumer<ConsumerRecord<byte[], byte[]>> heard;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** From where it hears. */
    public enum From {
        BEGINNING,
        NOW
    }

    /**
     * Hears nothing yet.
     *
     * @param connection how Kafka is reached
     * @param isolation {@code read_committed} or {@code read_uncommitted}
     * @param heard gets each record; in one thread
     */
    public TopicEar(
            String topic,
            Map<String, Object> connection,
            String isolation,
            From from,
            Consumer<ConsumerRecord<byte[], byte[]>> heard) {
        super(topic, Duration.ofMillis(10));
        this.topic = topic;
        this.from = from;
        this.heard = heard;
        this.settings = new HashMap<>(connection);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
    }

    @Override
    protected void look() {
        if (consumer == null) {
            consumer = open();
        }
        consumer.poll(LISTENING).forEach(heard);
    }

    private KafkaConsumer<byte[], byte[]> open() {
        KafkaConsumer<byte[], byte[]> opened =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = opened.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("there is no topic " + topic + " yet");
            }
            opened.assign(partitions);
            if (from == From.NOW) {
                opened.seekToEnd(partitions);
            } else {
                opened.seekToBeginning(partitions);
            }
            return opened;
        } catch (KafkaException e) {
            opened.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
    }

    @Override
    protected void release() {
        if (consumer != null) {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofMillis(500)));
            consumer = null;
        }
    }
}
