package io.homeostat.monitor.machinery;

import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes alert events together with how far that was read from which they follow, all or nothing. Its first act shuts out
 * whoever wrote before. Not thread-safe.
 */
final class AlertWriter implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final KafkaProducer<byte[], byte[]> producer;

    AlertWriter(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, Office.GROUP);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, Office.GROUP);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // what is left open holds back every reader of alerts
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void begin() {
        producer.initTransactions();
    }

    void write(
            List<AlertEvent> events, Map<TopicPartition, OffsetAndMetadata> positions, ConsumerGroupMetadata writer) {
        producer.beginTransaction();
        for (AlertEvent event : events) {
            byte[] key = event.alertId().getBytes(StandardCharsets.UTF_8);
            // a failure of one lets the commit fail
            var unused = producer.send(new ProducerRecord<>(Topics.ALERTS, key, AlertEventJson.write(event)));
        }
        producer.sendOffsetsToTransaction(positions, writer);
        producer.commitTransaction();
    }

    @Override
    public void close() {
        Closing.uninterrupted(() -> producer.close(CLOSE));
    }
}
