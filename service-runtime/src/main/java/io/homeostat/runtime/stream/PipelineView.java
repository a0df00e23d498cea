package io.homeostat.runtime.stream;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a service shows of its stream processing at {@code /actuator/pipeline}. Immutable.
 *
 * @param state the state of the worst of its pipelines
 * @param reason what it waits for, or why it does not run; {@code null} while it runs
 * @param threads its stream threads
 * @param partitions how far it has come on the partitions that are at home here
 * @param threadDeaths how many stream threads died in the last five minutes
 * @param lastFailure the newest of these deaths; {@code null} if there was none
 */
public record PipelineView(
        PipelineState state,
        @Nullable String reason,
        List<ThreadView> threads,
        List<PartitionProgress> partitions,
        int threadDeaths,
        @Nullable ThreadFailure lastFailure) {

    public PipelineView {
        threads = List.copyOf(threads);
        partitions = List.copyOf(partitions);
    }

    /** A stream thread: its name, and its state as Kafka Streams names it. */
    public record ThreadView(String name, String state) {}

    /** The view of some pipelines together. */
    static PipelineView of(List<? extends StreamPipeline<?>> pipelines) {
        StreamPipeline<?> worst = null;
        for (StreamPipeline<?> pipeline : pipelines) {
            if (worst == null || badness(pipeline.state()) > badness(worst.state())) {
                worst = pipeline;
            }
        }
        String reason = worst == null ? "no stream is configured" : worst.reason();
        return new PipelineView(
                worst == null ? PipelineState.STOPPED : worst.state(),
                reason.isEmpty() ? null : reason,
                pipelines.stream()
                        .flatMap(pipeline -> pipeline.threads().stream())
                        .map(thread -> new ThreadView(thread.threadName(), thread.threadState()))
                        .toList(),
                pipelines.stream()
                        .flatMap(pipeline -> pipeline.partitions().stream())
                        .toList(),
                pipelines.stream()
                        .mapToInt(pipeline -> pipeline.failures().lately())
                        .sum(),
                pipelines.stream()
                        .map(pipeline -> pipeline.failures().last())
                        .filter(Objects::nonNull)
                        .max(Comparator.comparing(ThreadFailure::at))
                        .orElse(null));
    }

    private static int badness(PipelineState state) {
        return switch (state) {
            case RUNNING -> 0;
            case REBALANCING -> 1;
            case PAUSED -> 2;
            case STARTING -> 3;
            case STOPPED -> 4;
            case REFUSED -> 5;
            case FAILED -> 6;
        };
    }
}
