package io.homeostat.benchmarks.faults.traffic;

import io.homeostat.model.MessageJson;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.model.reading.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what was committed on the output topics, from their ends on, and enters it in the books. */
public final class OutputReader implements AutoCloseable {

    private static final String CORRECTIONS = new StreamTopics("temperature").adjusted();
    private static final int PARTITIONS = 4;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Ledger ledger;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "outputs");
    private volatile boolean closed;

    /** Begins to read, and returns when it stands at the ends. */
    public OutputReader(String bootstrapServers, Ledger ledger) throws InterruptedException {
        this.ledger = ledger;
        this.consumer = new KafkaConsumer<>(settings(bootstrapServers));
        thread.setDaemon(true);
        thread.start();
        if (!ready.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the ends of the output topics must be found within 30 s");
        }
    }

    /** Does something while nothing is read, then reads the topic of the corrections, which is a new one, from its beginning. */
    public void replaceCorrections(Runnable replacement) throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        orders.add(() -> {
            try {
                replacement.run();
                partitions(CORRECTIONS).forEach(partition -> {
                    next.put(partition, 0L);
                    consumer.seek(partition, 0);
                });
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topic must be replaced within 60 s", e);
        }
    }

    private void read() {
        List<TopicPartition> partitions = Stream.of(Topics.ALERTS, CORRECTIONS)
                .flatMap(OutputReader::partitions)
                .toList();
        consumer.assign(partitions);
        next.putAll(consumer.endOffsets(partitions));
        next.forEach(consumer::seek);
        ready.countDown();
        while (!closed) {
            try {
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                    order.run();
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                    note(record, System.nanoTime());
                }
            } catch (KafkaException e) {
                // The broker is among what is broken here; the next poll asks it again.
            }
        }
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private void note(ConsumerRecord<byte[], byte[]> record, long nowNanos) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < next.getOrDefault(partition, 0L)) {
            return;
        }
        next.put(partition, record.offset() + 1);
        JsonNode answer;
        try {
            answer = MessageJson.mapper().readTree(record.value());
        } catch (JacksonException e) {
            return;
        }
        boolean alert = record.topic().equals(Topics.ALERTS);
        boolean counts = alert
                ? answer.path("state").asString("").equals("FIRING")
                        && answer.path("event").asString("").equals("state")
                : answer.path("revision").asInt(1) == 1;
        JsonNode source = answer.path("source");
        if (counts && source.isObject()) {
            ledger.answered(
                    alert ? Output.ALERTS : Output.CORRECTIONS,
                    new Source(
                            source.path("topic").asString(""),
                            source.path("partition").asInt(),
                            source.path("offset").asLong()),
                    nowNanos);
        }
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    private static Properties settings(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return properties;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(5_000);
    }
}
