package io.homeostat.runtime.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Kafka's own clients, but that the consumer of the input folds what a poll brought of a partition into one record, see
 * {@link Polled}. Thread-safe.
 *
 * <p>Kafka Streams spends more on carrying a record through its queues, contexts and sensors than the pipeline on judging
 * it; folded, that is paid once a poll. What is committed stays exact: a folded record has the offset of its first, the
 * offset after its last comes with the poll, and a task commits between records only.
 */
final class FoldingClients implements KafkaClientSupplier {

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return folding(plain(settings));
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return plain(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return plain(settings);
    }

    private static Consumer<byte[], byte[]> plain(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @SuppressWarnings("unchecked")
    static Consumer<byte[], byte[]> folding(Consumer<byte[], byte[]> consumer) {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                FoldingClients.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(consumer, arguments);
                        return answer instanceof ConsumerRecords<?, ?> polled
                                ? fold((ConsumerRecords<byte[], byte[]>) polled)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static ConsumerRecords<byte[], byte[]> fold(ConsumerRecords<byte[], byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> folded = new HashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            folded.put(partition, List.of(Polled.fold(polled.records(partition))));
        }
        return new ConsumerRecords<>(folded, polled.nextOffsets());
    }
}
