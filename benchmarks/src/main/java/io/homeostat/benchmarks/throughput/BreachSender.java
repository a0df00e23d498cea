package io.homeostat.benchmarks.throughput;

import io.homeostat.model.StreamTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends breaches at a steady rate, and as many readings that clear them, so that each breach raises an alert of its
 * own. A reading's event time is when it was due, so that a delay of the sender counts as well.
 */
final class BreachSender {

    private static final int SENSORS = 1_000;
    private static final int BREACH = 4_500;
    private static final int CLEAR = 2_000;

    private final String bootstrapServers;
    private final StreamTopics stream;
    private final long periodNanos;
    private final int count;
    private long beganMillis;

    BreachSender(String bootstrapServers, StreamTopics stream, int breachesPerSecond, Duration time) {
        this.bootstrapServers = bootstrapServers;
        this.stream = stream;
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) / breachesPerSecond;
        this.count = (int) (breachesPerSecond * time.toSeconds());
    }

    void send() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Readings.producer(bootstrapServers, 0))) {
            producer.partitionsFor(stream.readings());
            beganMillis = System.currentTimeMillis();
            long beganNanos = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long dueNanos = beganNanos + i * periodNanos;
                long wait;
                while ((wait = dueNanos - System.nanoTime()) > 0) {
                    LockSupport.parkNanos(wait);
                }
                // Half a round lies between a sensor's breach and the reading that clears it.
                send(producer, i % SENSORS, BREACH, dueMillis(i));
                send(producer, (i + SENSORS / 2) % SENSORS, CLEAR, dueMillis(i));
            }
        }
    }

    int sent() {
        return count;
    }

    long beganMillis() {
        return beganMillis;
    }

    int sentSince(long millis) {
        int sent = 0;
        for (int i = 0; i < count; i++) {
            if (dueMillis(i) >= millis) {
                sent++;
            }
        }
        return sent;
    }

    private long dueMillis(int i) {
        return beganMillis + i * periodNanos / 1_000_000;
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int sensor, int hundredths, long timeMillis) {
        String id = "probe-%05d".formatted(sensor);
        byte[] value = Readings.json(id, stream, hundredths, timeMillis);
        var unused =
                producer.send(new ProducerRecord<>(stream.readings(), id.getBytes(StandardCharsets.US_ASCII), value));
    }
}
