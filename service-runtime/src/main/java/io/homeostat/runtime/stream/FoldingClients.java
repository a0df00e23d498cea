package io.homeostat.runtime.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
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
 * Kafka's own clients, but that the consumer of the input folds what a poll brought of a partition into few records,
 * see {@link Polled}. Thread-safe.
 *
 * <p>Kafka Streams spends more on carrying a record through its queues, contexts and sensors than the pipeline on judging
 * it; folded, that is paid once for hundreds. What is committed stays exact: a folded record has the offset of its first, the
 * offset after its last comes with the poll, and a task commits between records only.
 */
final class FoldingClients implements KafkaClientSupplier {

    /**
     * How many go into one at most. A task commits between records only: with all of a poll in one, a pipeline that takes
     * 5 ms for a reading would commit nothing for 20 s, and look as if it stood still.
     */
    static final int MOST = 250;

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
            folded.put(partition, folds(polled.records(partition)));
        }
        return new ConsumerRecords<>(folded, polled.nextOffsets());
    }

    private static List<ConsumerRecord<byte[], byte[]>> folds(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> folds = new ArrayList<>();
        for (int from = 0; from < records.size(); from += MOST) {
            folds.add(Polled.fold(records.subList(from, Math.min(records.size(), from + MOST))));
        }
        return folds;
    }
}
