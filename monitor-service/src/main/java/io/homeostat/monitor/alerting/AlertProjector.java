package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Writes what stands on the topic of alerts into the store. Not thread-safe: it lives on its consumer's thread.
 *
 * <p>How far it came is kept in the database, not by Kafka, so that an emptied or restored database is filled again from
 * where it stands. A partition's first batch after an assignment is therefore only the occasion to look that up.
 */
final class AlertProjector
        implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(AlertProjector.class);

    private final String clusterId;
    private final AlertStore store;
    private final AlertEventReader reader;
    private final Courtesy courtesy;
    private final MeterRegistry meters;
    private final Counter unreadable;
    private final Throttle warnings = new Throttle(Duration.ofSeconds(1));
    private final AlertLog console = new AlertLog(System::nanoTime);
    private final Set<TopicPartition> unpositioned = new HashSet<>();

    AlertProjector(
            String clusterId, AlertStore store, AlertEventReader reader, Courtesy courtesy, MeterRegistry meters) {
        this.clusterId = clusterId;
        this.store = store;
        this.reader = reader;
        this.courtesy = courtesy;
        this.meters = meters;
        this.unreadable = Counter.builder("homeostat.alert.events.unreadable")
                .description("Records on the topic of alerts that could not be read")
                .register(meters);
        for (AlertState state : AlertState.values()) {
            projected(state);
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        unpositioned.addAll(partitions);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> itsConsumer) {
        Consumer<?, ?> consumer = Objects.requireNonNull(itsConsumer, "the container hands over its consumer");
        Set<TopicPartition> passedOver = position(records, consumer);
        List<ProjectedEvent> events = new ArrayList<>(records.size());
        Map<Integer, Long> nextOffsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (passedOver.contains(new TopicPartition(record.topic(), record.partition()))) {
                continue;
            }
            Optional<ProjectedEvent> event = reader.read(record);
            event.ifPresentOrElse(events::add, () -> countUnreadable(record));
            nextOffsets.put(record.partition(), record.offset() + 1);
        }
        if (!nextOffsets.isEmpty()) {
            courtesy.giveWay();
            write(events, nextOffsets).forEach(this::tell);
            console.flush();
        }
    }

    /** Seeks where the store says; the records of what was sought elsewhere are not to be used. */
    private Set<TopicPartition> position(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        Set<TopicPartition> sought = new HashSet<>();
        for (ConsumerRecord<?, ?> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (!unpositioned.contains(partition)) {
                continue;
            }
            Optional<Long> stored = store.position(clusterId, partition.partition());
            if (stored.isPresent() && stored.get() != record.offset()) {
                consumer.seek(partition, stored.get());
                sought.add(partition);
            }
            unpositioned.remove(partition);
        }
        return sought;
    }

    /** A batch that breaks a constraint of the database is written one by one, so that one bad event costs only itself. */
    private List<ProjectedEvent> write(List<ProjectedEvent> events, Map<Integer, Long> nextOffsets) {
        try {
            return store.apply(clusterId, events, nextOffsets);
        } catch (DataIntegrityViolationException e) {
            log.debug("Writing {} alert events one by one", events.size(), e);
        }
        List<ProjectedEvent> fresh = new ArrayList<>();
        for (ProjectedEvent event : events) {
            try {
                fresh.addAll(store.apply(clusterId, List.of(event), Map.of()));
            } catch (DataIntegrityViolationException e) {
                unreadable.increment();
                warnings.run(leftOut -> log.warn(
                        "The store refused the alert event at partition {}, offset {} ({} more not told): {}",
                        event.partition(),
                        event.offset(),
                        leftOut,
                        e.getMessage()));
            }
        }
        fresh.addAll(store.apply(clusterId, List.of(), nextOffsets));
        return fresh;
    }

    private void tell(ProjectedEvent projected) {
        projected(projected.event().state()).increment();
        console.say(projected.event());
    }

    private void countUnreadable(ConsumerRecord<?, ?> record) {
        unreadable.increment();
        warnings.run(leftOut -> log.warn(
                "Passed over a record on {} that is no alert event: partition {}, offset {} ({} more not told)",
                record.topic(),
                record.partition(),
                record.offset(),
                leftOut));
    }

    private Counter projected(AlertState state) {
        return Counter.builder("homeostat.alert.events")
                .description("Alert events written to the store")
                .tag("state", state.name())
                .register(meters);
    }
}
