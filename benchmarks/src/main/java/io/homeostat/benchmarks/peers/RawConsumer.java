package io.homeostat.benchmarks.peers;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads and does nothing: how fast this broker and this machine can be at all. */
final class RawConsumer implements Runnable {

    private final PeerSettings settings;

    RawConsumer(PeerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        Properties properties = settings.consumer();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, true);
        properties.put(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, 100);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties)) {
            consumer.subscribe(List.of(settings.input()));
            while (true) {
                consumer.poll(Duration.ofMillis(100));
            }
        }
    }
}
