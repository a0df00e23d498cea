package io.homeostat.monitor.past;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.broker.KafkaConnection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.stereotype.Component;

/** The streams' topics as they were, each time by a consumer of its own that belongs to no group. Thread-safe. */
@Component
public class PastTopics {

    private final KafkaConnection connection;
    private final AtomicInteger consumers = new AtomicInteger();

    PastTopics(KafkaConnection connection) {
        this.connection = connection;
    }

    /**
     * The readings of a stretch of event time; the caller closes them.
     *
     * @param sensors the sensors that are wanted
     * @param enough asked now and then; ends the reading
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    public PastReadings readings(
            StreamTopics stream, PastRange range, Predicate<String> sensors, BooleanSupplier enough) {
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        try {
            return new TopicReadings(consumer, stream, range, sensors, enough);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = connection.settings();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "homeostat-monitor-past-" + consumers.incrementAndGet());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // what retention takes away meanwhile is passed over
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
