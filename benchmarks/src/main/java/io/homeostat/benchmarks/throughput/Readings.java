package io.homeostat.benchmarks.throughput;

import io.homeostat.model.StreamTopics;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Loads readings of about 70 bytes, 2.2 % of them above 30, sensor after sensor, keyed so that they lie at home. */
final class Readings {

    private static final long SEED = 20261124;
    private static final double BREACHES = 0.022;
    private static final long HOUR_MILLIS = 3_600_000;

    private Readings() {}

    static void load(String bootstrapServers, StreamTopics stream, long count, int sensors) {
        Random random = new Random(SEED);
        AtomicReference<Exception> failure = new AtomicReference<>();
        long rounds = Math.max(1, count / sensors);
        // Event times end now, so that none lies ahead of its record's time.
        long begin = System.currentTimeMillis() - HOUR_MILLIS;
        byte[][] keys = new byte[sensors][];
        for (int sensor = 0; sensor < sensors; sensor++) {
            keys[sensor] = "sensor-%05d".formatted(sensor).getBytes(StandardCharsets.US_ASCII);
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producer(bootstrapServers, 10))) {
            for (long i = 0; i < count; i++) {
                int sensor = (int) (i % sensors);
                long time = begin + i / sensors * HOUR_MILLIS / rounds;
                boolean breach = random.nextDouble() < BREACHES;
                int hundredths = breach ? 3_001 + random.nextInt(1_500) : 1_000 + random.nextInt(2_000);
                byte[] value = json(new String(keys[sensor], StandardCharsets.US_ASCII), stream, hundredths, time);
                var unused =
                        producer.send(new ProducerRecord<>(stream.readings(), keys[sensor], value), (metadata, e) -> {
                            if (e != null) {
                                failure.set(e);
                            }
                        });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the readings could not be loaded", failure.get());
        }
    }

    static byte[] json(String sensor, StreamTopics stream, int hundredths, long timeMillis) {
        int fraction = hundredths % 100;
        String value = hundredths / 100 + (fraction < 10 ? ".0" : ".") + fraction;
        String text = "{\"sensorId\":\"" + sensor + "\",\"" + stream.valueField() + "\":" + value + ",\"timestamp\":"
                + timeMillis + '}';
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Properties producer(String bootstrapServers, int lingerMillis) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        // a starved broker once took the first batch twice and refused all that followed as out of order
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }
}
