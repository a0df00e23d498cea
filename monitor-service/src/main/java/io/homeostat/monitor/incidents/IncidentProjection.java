package io.homeostat.monitor.incidents;

import io.homeostat.model.Topics;
import io.homeostat.monitor.projecting.Projection;
import io.homeostat.monitor.projecting.TopicProjector;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The incidents in the database. */
@Component
class IncidentProjection implements Projection {

    private final IncidentStore store;
    private final MeterRegistry meters;

    IncidentProjection(IncidentStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    @Override
    public String topic() {
        return Topics.INCIDENTS;
    }

    @Override
    public String group() {
        return "homeostat-incident-projector";
    }

    @Override
    public TopicProjector<?> projector(String clusterId) {
        return new IncidentProjector(clusterId, store, meters);
    }
}
