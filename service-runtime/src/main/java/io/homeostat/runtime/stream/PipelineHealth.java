package io.homeostat.runtime.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether readings are judged. For readiness: a pipeline that runs and moves. For liveness only what a restart of this
 * process can mend: threads that died, or that stand still although the broker answers and there is something to read.
 */
final class PipelineHealth extends AbstractHealthIndicator {

    /** How long a position may stand still before with records behind it before the pipeline counts as stalled. */
    static final Duration STALL = Duration.ofSeconds(30);

    private static final Duration BROKER_ANSWERS = Duration.ofSeconds(10);

    private final List<? extends StreamPipeline<?>> pipelines;
    private final Clock clock;
    private final boolean livenessOnly;

    PipelineHealth(List<? extends StreamPipeline<?>> pipelines, Clock clock, boolean livenessOnly) {
        this.pipelines = pipelines;
        this.clock = clock;
        this.livenessOnly = livenessOnly;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        for (StreamPipeline<?> pipeline : pipelines) {
            String stream = pipeline.stream().stream();
            PipelineState state = pipeline.state();
            String sentence = state + (pipeline.reason().isEmpty() ? "" : ": " + pipeline.reason());
            if (isStalled(pipeline)) {
                builder.down();
                sentence = "stalled: there is something to read, and no progress for " + STALL.toSeconds() + " s";
            } else if (livenessOnly ? state == PipelineState.FAILED : state != PipelineState.RUNNING) {
                builder.down();
            }
            builder.withDetail(stream, sentence);
        }
    }

    private boolean isStalled(StreamPipeline<?> pipeline) {
        Instant now = clock.instant();
        return pipeline.state() == PipelineState.RUNNING
                && pipeline.lastAnswer().isAfter(now.minus(BROKER_ANSWERS))
                && pipeline.partitions().stream()
                        .anyMatch(one -> one.lag() > 0 && one.lastProgress().isBefore(now.minus(STALL)));
    }
}
