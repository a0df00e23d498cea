package io.homeostat.monitor.alerting;

import io.homeostat.model.Topics;
import io.homeostat.monitor.projecting.Projection;
import io.homeostat.monitor.projecting.TopicProjector;
import io.homeostat.runtime.stream.Pipelines;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The alerts in the database. */
@Component
class AlertProjection implements Projection {

    private final AlertStore store;
    private final AlertEventReader reader;
    private final Courtesy courtesy;
    private final MeterRegistry meters;

    AlertProjection(AlertStore store, AlertEventReader reader, Pipelines pipelines, MeterRegistry meters) {
        this.store = store;
        this.reader = reader;
        this.courtesy = new Courtesy(pipelines::lag);
        this.meters = meters;
    }

    @Override
    public String topic() {
        return Topics.ALERTS;
    }

    @Override
    public String group() {
        return ProjectorStarter.GROUP;
    }

    @Override
    public TopicProjector<?> projector(String clusterId) {
        return new AlertProjector(clusterId, store, reader, courtesy, meters);
    }
}
