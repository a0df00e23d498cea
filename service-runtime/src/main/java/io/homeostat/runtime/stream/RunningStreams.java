package io.homeostat.runtime.stream;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** One life of a Kafka Streams application, which spring-kafka starts and ends. Not thread-safe. */
final class RunningStreams {

    private static final int CLOSE_SECONDS = 8;

    private final StreamsBuilderFactoryBean factory;

    RunningStreams(
            Map<String, Object> settings, Consumer<Topology> assembly, StreamsUncaughtExceptionHandler onUncaught) {
        factory = new StreamsBuilderFactoryBean(new KafkaStreamsConfiguration(settings));
        factory.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureTopology(Topology topology) {
                assembly.accept(topology);
            }
        });
        factory.setClientSupplier(new FoldingClients());
        factory.setStreamsUncaughtExceptionHandler(onUncaught);
        factory.setCloseTimeout(CLOSE_SECONDS);
        try {
            factory.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka Streams could not be set up", e);
        }
        factory.afterSingletonsInstantiated();
    }

    KafkaStreams start() {
        factory.start();
        KafkaStreams streams = factory.getKafkaStreams();
        if (streams == null) {
            throw new IllegalStateException("Kafka Streams must be there after it was started");
        }
        return streams;
    }

    void close() {
        factory.stop();
    }
}
