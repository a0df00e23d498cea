package io.homeostat.benchmarks.peers;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The same work as a minimal Kafka Streams application, exactly once, with the library's defaults: without state, or
 * with a RocksDB store behind a cache that is written at each reading.
 */
final class StreamsPeer implements Runnable {

    private final PeerSettings settings;
    private final boolean withState;

    StreamsPeer(PeerSettings settings, boolean withState) {
        this.settings = settings;
        this.withState = withState;
    }

    @Override
    public void run() {
        Topology topology = new Topology();
        topology.addSource("readings", settings.input());
        topology.addProcessor("clamp", () -> new ClampingProcessor(withState), "readings");
        if (withState) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(ClampingProcessor.STORE),
                                    Serdes.ByteArray(),
                                    Serdes.ByteArray())
                            .withCachingEnabled(),
                    "clamp");
        }
        topology.addSink("corrections", settings.output(), "clamp");
        CountDownLatch ended = new CountDownLatch(1);
        try (KafkaStreams streams = new KafkaStreams(topology, properties())) {
            streams.setStateListener((now, before) -> {
                if (now.hasCompletedShutdown()) {
                    ended.countDown();
                }
            });
            streams.start();
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.group());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return properties;
    }
}
