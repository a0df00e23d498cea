package io.homeostat.monitor.projecting;

import io.micrometer.core.instrument.Counter;
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
 * Writes what stands on a topic into the store. Not thread-safe: it lives on its consumer's thread.
 *
 * <p>How far it came is kept in the database, not by Kafka, so that an emptied or restored database is filled again from
 * where it stands. A partition's first batch after an assignment is therefore only the occasion to look that up.
 *
 * @param <E> what a record says
 */
public abstract class TopicProjector<E>
        implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(TopicProjector.class);

    private final Counter unreadable;
    private final Throttle warnings = new Throttle(Duration.ofSeconds(1));
    private final Set<TopicPartition> unpositioned = new HashSet<>();

    /**
     * Reads nothing yet.
     *
     * @param unreadable counts the records that no event could be made of
     */
    protected TopicProjector(Counter unreadable) {
        this.unreadable = unreadable;
    }

    /** Where reading a partition goes on; empty if it was never read. */
    protected abstract Optional<Long> position(int partition);

    /** What a record says; empty if it cannot be read. */
    protected abstract Optional<E> read(ConsumerRecord<byte[], byte[]> record);

    /**
     * Writes what is new of a batch, and the position after it, in one transaction.
     *
     * @return the events that were new, in their order
     */
    protected abstract List<E> write(List<E> events, Map<Integer, Long> nextOffsets);

    /** Returns when a batch may be written: others may have to go first. */
    protected void giveWay() {}

    /** Told after each batch what of it was new. */
    protected abstract void written(List<E> fresh);

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        unpositioned.addAll(partitions);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> itsConsumer) {
        Consumer<?, ?> consumer = Objects.requireNonNull(itsConsumer, "the container hands over its consumer");
        Set<TopicPartition> passedOver = position(records, consumer);
        List<E> events = new ArrayList<>(records.size());
        Map<Integer, Long> nextOffsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (passedOver.contains(new TopicPartition(record.topic(), record.partition()))) {
                continue;
            }
            read(record).ifPresentOrElse(events::add, () -> countUnreadable(record));
            nextOffsets.put(record.partition(), record.offset() + 1);
        }
        if (!nextOffsets.isEmpty()) {
            giveWay();
            written(writeAll(events, nextOffsets));
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
            Optional<Long> stored = position(partition.partition());
            if (stored.isPresent() && stored.get() != record.offset()) {
                consumer.seek(partition, stored.get());
                sought.add(partition);
            }
            unpositioned.remove(partition);
        }
        return sought;
    }

    /** A batch that breaks a constraint of the database is written one by one, so that one bad event costs only itself. */
    private List<E> writeAll(List<E> events, Map<Integer, Long> nextOffsets) {
        try {
            return write(events, nextOffsets);
        } catch (DataIntegrityViolationException e) {
            log.debug("Writing {} events one by one", events.size(), e);
        }
        List<E> fresh = new ArrayList<>();
        for (E event : events) {
            try {
                fresh.addAll(write(List.of(event), Map.of()));
            } catch (DataIntegrityViolationException e) {
                unreadable.increment();
                warnings.run(leftOut ->
                        log.warn("The store refused {} ({} more not told): {}", place(event), leftOut, e.getMessage()));
            }
        }
        fresh.addAll(write(List.of(), nextOffsets));
        return fresh;
    }

    /** Where an event stood on the topic, for the log. */
    protected abstract String place(E event);

    private void countUnreadable(ConsumerRecord<?, ?> record) {
        unreadable.increment();
        warnings.run(leftOut -> log.warn(
                "Passed over a record on {} that cannot be read: partition {}, offset {} ({} more not told)",
                record.topic(),
                record.partition(),
                record.offset(),
                leftOut));
    }
}
