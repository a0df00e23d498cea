package io.homeostat.monitor.topology;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.runtime.stream.PipelineDefinition;
import io.homeostat.runtime.stream.SeriesForm;
import io.homeostat.runtime.stream.SeriesHandler;
import io.homeostat.runtime.stream.TaskScope;
import java.time.InstantSource;
import java.util.List;

/** The monitor's pipeline on a stream: from readings to alert events and dead letters. Immutable. */
final class MonitorPipeline implements PipelineDefinition<MonitoredSeries> {

    private final MonitorLimits limits;
    private final RecentReadings recent;
    private final InstantSource clock;

    MonitorPipeline(MonitorLimits limits, RecentReadings recent, InstantSource clock) {
        this.limits = limits;
        this.recent = recent;
        this.clock = clock;
    }

    @Override
    public String role() {
        return "monitor";
    }

    @Override
    public SeriesForm<MonitoredSeries> form() {
        return new MonitorSeriesForm();
    }

    @Override
    public List<String> outputs(StreamTopics stream) {
        return List.of(Topics.ALERTS, stream.deadLetters());
    }

    @Override
    public SeriesHandler<MonitoredSeries> handler(StreamTopics stream, TaskScope<MonitoredSeries> scope) {
        return new MonitorHandler(stream, scope, recent, limits, clock);
    }
}
