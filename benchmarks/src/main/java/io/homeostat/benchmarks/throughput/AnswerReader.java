package io.homeostat.benchmarks.throughput;

import io.homeostat.model.MessageJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;

/** Reads a job's answers, committed ones only, and notes for each breach when its answer came. */
final class AnswerReader implements AutoCloseable {

    private record Answer(long breachMillis, long delayMillis) {}

    private final Contender contender;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Collection<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "answers");
    private volatile boolean closed;

    AnswerReader(String bootstrapServers, Contender contender) {
        this.contender = contender;
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer = new KafkaConsumer<>(properties);
    }

    /** Starts reading at the end of the topic, and returns when it is there. */
    void start() throws InterruptedException {
        thread.start();
        if (!ready.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the end of " + contender.output() + " must be found within 30 s");
        }
    }

    void awaitAnswers(int count, Duration bound) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (answers.size() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** How long the answers took to the breaches since a time, in ascending order. */
    long[] sortedMillis(long sinceMillis) {
        return answers.stream()
                .filter(answer -> answer.breachMillis() >= sinceMillis)
                .mapToLong(Answer::delayMillis)
                .sorted()
                .toArray();
    }

    private void read() {
        List<TopicPartition> partitions = IntStream.range(0, KafkaView.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(contender.output(), partition))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> from = new HashMap<>(consumer.endOffsets(partitions));
        from.forEach(consumer::seek);
        ready.countDown();
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                note(record.value(), System.currentTimeMillis());
            }
        }
        consumer.close();
    }

    private void note(byte[] value, long nowMillis) {
        JsonNode answer = MessageJson.mapper().readTree(value);
        if (!answer.path("sensorId").asString("").startsWith("probe-")) {
            return;
        }
        boolean alert = answer.has("alertId");
        if (alert && !answer.path("state").asString("").equals("FIRING")) {
            return;
        }
        long breachMillis = Instant.parse(
                        answer.path(alert ? "at" : "timestamp").asString())
                .toEpochMilli();
        answers.add(new Answer(breachMillis, nowMillis - breachMillis));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(5_000);
    }
}
