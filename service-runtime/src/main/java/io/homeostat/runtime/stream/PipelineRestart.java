package io.homeostat.runtime.stream;

import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The restart of pipelines inside their process, with proof that the old threads have ended: two that read the same
 * partitions in one process would fence each other, and a thread that hangs can't be ended from within.
 */
final class PipelineRestart {

    /** How long the old threads may take: below the five seconds that a healer waits for an answer. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    static final String STUCK =
            "the old threads have not ended within " + PATIENCE.toSeconds() + " s; restart the process";

    private PipelineRestart() {}

    /**
     * Restarts them all, the old threads ending beside each other.
     *
     * @throws ProblemException (409) if those of one have not ended; it fails, the others run
     */
    static void all(List<? extends StreamPipeline<?>> pipelines) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        pipelines.forEach(StreamPipeline::beginToStop);
        List<String> stuck = new ArrayList<>();
        for (StreamPipeline<?> pipeline : pipelines) {
            long left = Math.max(0, deadlineNanos - System.nanoTime());
            if (!pipeline.restart(Duration.ofNanos(left))) {
                stuck.add(pipeline.stream().stream());
            }
        }
        if (!stuck.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "Stream %s: %s.".formatted(String.join(", ", stuck), STUCK));
        }
    }
}
