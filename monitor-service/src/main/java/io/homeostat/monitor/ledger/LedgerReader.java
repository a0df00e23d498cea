package io.homeostat.monitor.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads a compacted topic from its beginning and, whenever it is asked to, on to its end. Not thread-safe.
 *
 * <p>The end is that of all records and not that of the committed ones: what stands in somebody's open transaction may
 * be about to become the newest version, and is waited for.
 *
 * @param <K> all that the topic holds
 */
public abstract class LedgerReader<K> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> committed;
    private final Consumer<byte[], byte[]> uncommitted;
    private final String topic;

    /** None as long as the topic was not found: it may be made only after this. */
    private List<TopicPartition> partitions = List.of();

    /**
     * A reader that has read nothing yet, and closes what it is given.
     *
     * @param committed reads what was committed
     * @param uncommitted knows where the topic ends, with what is not committed
     */
    protected LedgerReader(Consumer<byte[], byte[]> committed, Consumer<byte[], byte[]> uncommitted, String topic) {
        this.committed = committed;
        this.uncommitted = uncommitted;
        this.topic = topic;
    }

    /** Takes the next committed record. */
    protected abstract void take(ConsumerRecord<byte[], byte[]> record);

    /** Forgets all that was taken: there is another topic of the same name. */
    protected abstract void forget();

    /**
     * All that was taken.
     *
     * @throws TimeoutException if the topic does not hold yet what must be there first
     */
    protected abstract K taken();

    /**
     * All that the topic holds now.
     *
     * @throws TimeoutException if the end was not reached in time, or what must be there first is not; what was read until
     *     then stays read
     */
    public final K readToEnd(Deadline deadline) {
        if (partitions.isEmpty()) {
            find(deadline);
        }
        Map<TopicPartition, Long> ends = uncommitted.endOffsets(partitions, deadline.left());
        for (TopicPartition partition : partitions) {
            if (committed.position(partition, deadline.left()) > ends.getOrDefault(partition, 0L)) {
                forget();
                committed.seekToBeginning(partitions);
                break;
            }
        }
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            while (committed.position(partition, deadline.left()) < end) {
                if (deadline.isOver()) {
                    throw new TimeoutException(
                            "the topic " + partition + " was not read to its end " + end + " in time");
                }
                committed.poll(POLL).forEach(this::take);
            }
        }
        return taken();
    }

    private void find(Deadline deadline) {
        List<TopicPartition> found = committed.partitionsFor(topic, deadline.left()).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        if (found.isEmpty()) {
            throw new TimeoutException("the topic " + topic + " is not there yet");
        }
        committed.assign(found);
        committed.seekToBeginning(found);
        partitions = found;
    }

    @Override
    public final void close() {
        committed.close(CloseOptions.timeout(CLOSE));
        uncommitted.close(CloseOptions.timeout(CLOSE));
    }
}
