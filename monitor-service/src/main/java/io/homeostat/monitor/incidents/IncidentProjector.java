package io.homeostat.monitor.incidents;

import io.homeostat.monitor.projecting.TopicProjector;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes incidents' events into the store. Not thread-safe. */
final class IncidentProjector extends TopicProjector<ProjectedStep> {

    private final String clusterId;
    private final IncidentStore store;

    IncidentProjector(String clusterId, IncidentStore store, MeterRegistry meters) {
        super(Counter.builder("homeostat.incident.events.unreadable")
                .description("Records on the topic of incidents that could not be read")
                .register(meters));
        this.clusterId = clusterId;
        this.store = store;
    }

    @Override
    protected Optional<Long> position(int partition) {
        return store.position(clusterId, partition);
    }

    @Override
    protected Optional<ProjectedStep> read(ConsumerRecord<byte[], byte[]> record) {
        return IncidentEventReader.read(record);
    }

    @Override
    protected List<ProjectedStep> write(List<ProjectedStep> steps, Map<Integer, Long> nextOffsets) {
        return store.apply(clusterId, steps, nextOffsets);
    }

    @Override
    protected void written(List<ProjectedStep> fresh) {
        // the healer's own log has told of them
    }

    @Override
    protected String place(ProjectedStep step) {
        return "the incident's event at partition %d, offset %d".formatted(step.partition(), step.offset());
    }
}
