package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertState;
import io.homeostat.monitor.projecting.TopicProjector;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes alert events into the store, and says what is new of them on the console. Not thread-safe. */
final class AlertProjector extends TopicProjector<ProjectedEvent> {

    private final String clusterId;
    private final AlertStore store;
    private final AlertEventReader reader;
    private final Courtesy courtesy;
    private final MeterRegistry meters;
    private final AlertLog console = new AlertLog(System::nanoTime);

    AlertProjector(
            String clusterId, AlertStore store, AlertEventReader reader, Courtesy courtesy, MeterRegistry meters) {
        super(Counter.builder("homeostat.alert.events.unreadable")
                .description("Records on the topic of alerts that could not be read")
                .register(meters));
        this.clusterId = clusterId;
        this.store = store;
        this.reader = reader;
        this.courtesy = courtesy;
        this.meters = meters;
        for (AlertState state : AlertState.values()) {
            projected(state);
        }
    }

    @Override
    protected void giveWay() {
        courtesy.giveWay();
    }

    @Override
    protected Optional<Long> position(int partition) {
        return store.position(clusterId, partition);
    }

    @Override
    protected Optional<ProjectedEvent> read(ConsumerRecord<byte[], byte[]> record) {
        return reader.read(record);
    }

    @Override
    protected List<ProjectedEvent> write(List<ProjectedEvent> events, Map<Integer, Long> nextOffsets) {
        return store.apply(clusterId, events, nextOffsets);
    }

    @Override
    protected void written(List<ProjectedEvent> fresh) {
        for (ProjectedEvent projected : fresh) {
            projected(projected.event().state()).increment();
            console.say(projected.event());
        }
        console.flush();
    }

    @Override
    protected String place(ProjectedEvent event) {
        return "the alert event at partition %d, offset %d".formatted(event.partition(), event.offset());
    }

    private Counter projected(AlertState state) {
        return Counter.builder("homeostat.alert.events")
                .description("Alert events written to the store")
                .tag("state", state.name())
                .register(meters);
    }
}
