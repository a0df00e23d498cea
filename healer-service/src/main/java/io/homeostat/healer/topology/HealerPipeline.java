package io.homeostat.healer.topology;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.PipelineDefinition;
import io.homeostat.runtime.stream.SeriesForm;
import io.homeostat.runtime.stream.SeriesHandler;
import io.homeostat.runtime.stream.TaskScope;
import java.time.InstantSource;
import java.util.List;

/** The healer's pipeline on a stream: from readings to corrections. Immutable. */
final class HealerPipeline implements PipelineDefinition<HealedSeries> {

    private final HomeostatProperties properties;
    private final CorrectionProperties healing;
    private final CorrectionCounts counts;
    private final InstantSource clock;

    HealerPipeline(
            HomeostatProperties properties,
            CorrectionProperties healing,
            CorrectionCounts counts,
            InstantSource clock) {
        this.properties = properties;
        this.healing = healing;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public String role() {
        return "healer";
    }

    @Override
    public SeriesForm<HealedSeries> form() {
        return new HealedSeriesForm();
    }

    @Override
    public List<String> outputs(StreamTopics stream) {
        return List.of(stream.adjusted());
    }

    @Override
    public SeriesHandler<HealedSeries> handler(StreamTopics stream, TaskScope<HealedSeries> scope) {
        return new HealerHandler(
                stream,
                scope,
                counts,
                healing.emit(),
                properties.lateness(),
                properties.series().idleAfter(),
                clock);
    }
}
