package io.homeostat.runtime.seeding;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the first records of a topic, in one transaction, if nothing on it says that this was done. Whichever service
 * comes first does it: all use the same transactional id, so the later one fences the earlier, and reads the topic only
 * after that. Thread-safe.
 */
public final class TopicSeeding implements Seeding {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> connection;
    private final String transactionalId;
    private final String topic;
    private final Predicate<ConsumerRecord<byte[], byte[]>> isSign;
    private final Supplier<List<ProducerRecord<byte[], byte[]>>> first;

    /**
     * A seeding of a topic.
     *
     * @param connection how Kafka is reached, as a client's configuration
     * @param isSign whether a record says that the topic needs no first records
     * @param first the records, to whatever topics
     */
    public TopicSeeding(
            Map<String, Object> connection,
            String transactionalId,
            String topic,
            Predicate<ConsumerRecord<byte[], byte[]>> isSign,
            Supplier<List<ProducerRecord<byte[], byte[]>>> first) {
        this.connection = Map.copyOf(connection);
        this.transactionalId = transactionalId;
        this.topic = topic;
        this.isSign = isSign;
        this.first = first;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if a record of the transaction did
    public void ensureSeeded() {
        if (isSeeded()) {
            return;
        }
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            if (isSeeded()) {
                return;
            }
            producer.beginTransaction();
            first.get().forEach(producer::send);
            producer.commitTransaction();
        }
    }

    private boolean isSeeded() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (isSign.test(record)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
