package io.homeostat.benchmarks.faults.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Readings as fast as Kafka takes them, for more than the services can: good ones, of sensors of their own. */
final class Flood implements Injection {

    private static final int SENSORS = 1_000;
    private volatile boolean over;
    private @Nullable Thread thread;

    @Override
    public void inject(Stage stage) {
        Thread sender = new Thread(() -> send(stage.stack().bootstrapServers()), "flood");
        sender.setDaemon(true);
        sender.start();
        thread = sender;
    }

    private void send(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "acks", "1", "enable.idempotence", false, "linger.ms", 10);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long i = 0; !over; i++) {
                String sensor = "flood-%04d".formatted(i % SENSORS);
                String json = "{\"sensorId\":\"" + sensor + "\",\"temperature\":20.5}";
                var unused = producer.send(new ProducerRecord<>(
                        "temperature",
                        sensor.getBytes(StandardCharsets.US_ASCII),
                        json.getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }

    @Override
    public void end(Stage stage) throws InterruptedException {
        over = true;
        if (thread != null) {
            thread.join(20_000);
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
