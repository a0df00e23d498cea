package io.homeostat.healer.watching;

import io.homeostat.runtime.stream.CanaryMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends one canary a second through each partition of each pipeline's door. Thread-safe. */
final class CanarySender extends Watcher {

    private static final double BAD = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final Map<String, CanaryFlight> flightsByDoor;
    private final LongSupplier millis;
    private final InstantSource clock;
    /** Beginning with the time, so that no answer to another healer's canary is taken for one to ours. */
    private final AtomicLong numbers;

    private @Nullable Producer<byte[], byte[]> producer;

    CanarySender(
            Map<String, Object> connection,
            Map<String, CanaryFlight> flightsByDoor,
            LongSupplier millis,
            InstantSource clock) {
        super("canary-sender", Duration.ofSeconds(1));
        this.flightsByDoor = Map.copyOf(flightsByDoor);
        this.millis = millis;
        this.clock = clock;
        this.numbers = new AtomicLong(clock.millis() * 1_000);
        this.settings = new HashMap<>(connection);
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.remove(ProducerConfig.CLIENT_ID_CONFIG);
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    @Override
    protected void look() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        Producer<byte[], byte[]> through = producer;
        flightsByDoor.forEach((door, flight) -> send(through, door, flight));
    }

    private void send(Producer<byte[], byte[]> through, String door, CanaryFlight flight) {
        int partitions = through.partitionsFor(door).size();
        for (int partition = 0; partition < partitions; partition++) {
            int to = partition;
            long number = numbers.incrementAndGet();
            byte[] message = new CanaryMessage(number, clock.millis(), BAD).bytes();
            var unused = through.send(new ProducerRecord<>(door, partition, null, message), (metadata, failure) -> {
                // only what Kafka has taken can be waited for
                if (failure == null) {
                    flight.sent(to, number, millis.getAsLong());
                }
            });
        }
    }

    @Override
    protected void release() {
        if (producer != null) {
            producer.close(Duration.ofMillis(500));
            producer = null;
        }
    }
}
