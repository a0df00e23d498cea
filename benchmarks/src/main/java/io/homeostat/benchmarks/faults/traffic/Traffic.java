package io.homeostat.benchmarks.faults.traffic;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Steady readings of two hundred sensors, keyed so that they lie at home, every fiftieth above the limit and the sensor's
 * next below it, so that each breach opens an alert of its own. Kafka's client keeps what an absent broker does not take.
 */
public final class Traffic implements AutoCloseable {

    static final int SENSORS = 200;
    static final int ROUNDS_A_BREACH = 50;
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final StreamTopics STREAM = new StreamTopics("temperature");

    private final KafkaProducer<byte[], byte[]> producer;
    private final Ledger ledger;
    private final long periodNanos;
    private final Thread thread = new Thread(this::send, "traffic");
    private volatile boolean stopped;

    /** Begins to send. */
    public Traffic(String bootstrapServers, int rate, Ledger ledger) {
        this.ledger = ledger;
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) / rate;
        this.producer = new KafkaProducer<>(settings(bootstrapServers));
        thread.setDaemon(true);
        thread.start();
    }

    static boolean isBreach(long index) {
        return (index / SENSORS + index % SENSORS) % ROUNDS_A_BREACH == ROUNDS_A_BREACH / 2;
    }

    private void send() {
        long began = System.nanoTime();
        for (long i = 0; !stopped; i++) {
            long wait = began + i * periodNanos - System.nanoTime();
            if (wait > TimeUnit.MILLISECONDS.toNanos(1)) {
                LockSupport.parkNanos(wait);
            }
            send(i);
        }
    }

    private void send(long index) {
        String sensor = "matrix-%03d".formatted(index % SENSORS);
        boolean breach = isBreach(index);
        // No two breaches of one minute have the same value.
        long thousandths = breach ? 30_001 + index / ROUNDS_A_BREACH % 9_000 : 20_000 + index % 5_000;
        String json = "{\"sensorId\":\"%s\",\"%s\":%d.%03d,\"timestamp\":%d}"
                .formatted(
                        sensor,
                        STREAM.valueField(),
                        thousandths / 1_000,
                        thousandths % 1_000,
                        System.currentTimeMillis());
        long sentNanos = System.nanoTime();
        var unused = producer.send(
                new ProducerRecord<>(
                        STREAM.readings(),
                        sensor.getBytes(StandardCharsets.US_ASCII),
                        json.getBytes(StandardCharsets.US_ASCII)),
                (metadata, failure) -> {
                    if (failure == null) {
                        Source source = new Source(metadata.topic(), metadata.partition(), metadata.offset());
                        ledger.acknowledged(sensor, source, breach, sentNanos);
                    } else {
                        ledger.failed(sensor);
                    }
                });
    }

    /** Sends no more, and returns when Kafka has taken what was sent, or at a bound if it does not. */
    public void stop() throws InterruptedException {
        stopped = true;
        thread.join(BOUND.toMillis());
        Thread flush = new Thread(producer::flush, "flush");
        flush.setDaemon(true);
        flush.start();
        flush.join(BOUND.toMillis());
    }

    private static Properties settings(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 128L << 20);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 120_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 30_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 240_000);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    @Override
    public void close() {
        stopped = true;
        producer.close(Duration.ZERO);
    }
}
