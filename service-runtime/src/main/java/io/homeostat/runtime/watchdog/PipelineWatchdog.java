package io.homeostat.runtime.watchdog;

import io.homeostat.runtime.background.Repeating;
import io.homeostat.runtime.stream.StreamPipeline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the pipelines every second, and ends the process once when one of them stands still for too long. */
final class PipelineWatchdog extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(PipelineWatchdog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<StreamPipeline<?>, StallClock> clocks = new LinkedHashMap<>();
    private final Duration stall;
    private final Runnable end;
    private boolean ended;

    PipelineWatchdog(List<? extends StreamPipeline<?>> pipelines, Duration stall, Runnable end) {
        super("watchdog", INTERVAL);
        this.stall = stall;
        this.end = end;
        pipelines.forEach(one -> clocks.put(one, new StallClock(stall, System.nanoTime())));
    }

    @Override
    protected void repeat() {
        clocks.forEach((pipeline, clock) -> clock.look(PipelineLook.at(pipeline), System.nanoTime())
                .ifPresent(sentence -> end(pipeline.stream().stream(), sentence)));
    }

    private void end(String stream, String sentence) {
        if (!ended) {
            ended = true;
            log.error(
                    "The pipeline of stream {} {}. After {} of that this process ends itself", stream, sentence, stall);
            end.run();
        }
    }
}
