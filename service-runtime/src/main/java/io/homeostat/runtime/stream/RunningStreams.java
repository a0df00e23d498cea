package io.homeostat.runtime.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * One life of a Kafka Streams application, which spring-kafka starts. It is ended here and not there, where nobody learns
 * whether its threads have ended. What it shows is thread-safe; it is started and closed by one thread at a time.
 */
final class RunningStreams {

    private final StreamsBuilderFactoryBean factory;
    private final KafkaStreams streams;
    private final int configuredThreads;
    private volatile boolean paused;
    private volatile boolean closing;

    private RunningStreams(StreamsBuilderFactoryBean factory, KafkaStreams streams, int configuredThreads) {
        this.factory = factory;
        this.streams = streams;
        this.configuredThreads = configuredThreads;
    }

    static RunningStreams start(
            Map<String, Object> settings, Consumer<Topology> assembly, StreamsUncaughtExceptionHandler onUncaught) {
        StreamsBuilderFactoryBean factory = new StreamsBuilderFactoryBean(new KafkaStreamsConfiguration(settings));
        factory.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureTopology(Topology topology) {
                assembly.accept(topology);
            }
        });
        factory.setClientSupplier(new FoldingClients());
        factory.setStreamsUncaughtExceptionHandler(onUncaught);
        try {
            factory.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka Streams could not be set up", e);
        }
        factory.afterSingletonsInstantiated();
        factory.start();
        KafkaStreams streams = factory.getKafkaStreams();
        if (streams == null) {
            throw new IllegalStateException("Kafka Streams must be there after it was started");
        }
        Object threads = settings.getOrDefault(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        return new RunningStreams(factory, streams, Integer.parseInt(String.valueOf(threads)));
    }

    PipelineState state() {
        return switch (streams.state()) {
            case CREATED, REBALANCING -> paused ? PipelineState.PAUSED : PipelineState.REBALANCING;
            case RUNNING -> paused ? PipelineState.PAUSED : PipelineState.RUNNING;
            case PENDING_SHUTDOWN, NOT_RUNNING -> PipelineState.STOPPED;
            case PENDING_ERROR, ERROR -> PipelineState.FAILED;
        };
    }

    List<ThreadMetadata> threads() {
        return List.copyOf(streams.metadataForLocalThreads());
    }

    void pause() {
        streams.pause();
        paused = true;
    }

    void resume() {
        streams.resume();
        paused = false;
    }

    /** Puts a thread in the place of a dead one; says why not, where it can't. */
    Optional<String> replaceThread(PipelineState state, ThreadBudget budget) {
        List<String> threads =
                threads().stream().map(ThreadMetadata::threadState).toList();
        Optional<String> refusal = ThreadReplacement.refusal(state, threads, configuredThreads, budget::mayReplace);
        if (refusal.isPresent() || streams.addStreamThread().isPresent()) {
            return refusal;
        }
        return Optional.of("Kafka Streams takes no new thread as it is; restart the pipeline");
    }

    /** Tells its threads to end, and does not wait. */
    void beginToClose() {
        closing = true;
        streams.close(Duration.ZERO);
    }

    /** Whether its threads were told to end. */
    boolean isClosing() {
        return closing;
    }

    /**
     * Ends its threads, and waits for that; can be called again.
     *
     * @return whether all have ended: before that, nothing may be started in its place
     */
    boolean close(Duration patience) {
        closing = true;
        if (!streams.close(patience)) {
            return false;
        }
        factory.stop();
        return true;
    }
}
