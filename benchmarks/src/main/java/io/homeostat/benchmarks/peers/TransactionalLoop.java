package io.homeostat.benchmarks.peers;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Consume, parse, clamp, produce in one loop, exactly once by Kafka's transactions: no state, no rebalancing. */
final class TransactionalLoop implements Runnable {

    private final PeerSettings settings;
    private final Clamping clamping = new Clamping();
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

    TransactionalLoop(PeerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        Properties properties = settings.consumer();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producer())) {
            producer.initTransactions();
            consumer.subscribe(List.of(settings.input()));
            while (true) {
                transaction(consumer, producer);
            }
        }
    }

    /** One transaction, from its first record to the end of the commit interval. */
    private void transaction(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        long deadline = 0;
        done.clear();
        while (done.isEmpty() || System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(10))) {
                if (done.isEmpty()) {
                    producer.beginTransaction();
                    deadline = System.nanoTime() + settings.commitInterval().toNanos();
                }
                handle(record, producer);
            }
        }
        producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private void handle(ConsumerRecord<byte[], byte[]> record, KafkaProducer<byte[], byte[]> producer) {
        byte[] correction =
                clamping.clamp(clamping.parse(record.value()), record.topic(), record.partition(), record.offset());
        if (correction != null) {
            // A failed send fails the commit.
            var unused = producer.send(new ProducerRecord<>(settings.output(), record.key(), correction));
        }
        done.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }

    private Properties producer() {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.group());
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }
}
