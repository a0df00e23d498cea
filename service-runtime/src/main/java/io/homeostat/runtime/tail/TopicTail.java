package io.homeostat.runtime.tail;

import io.homeostat.runtime.background.Repeating;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics from so many records before their end on, in a thread of its own, and hands each committed record to a
 * {@link TailFollower}. Thread-safe.
 *
 * <p>It follows every partition that it finds when it begins, as the only member of no group, and keeps no place: after
 * a failure, and after a restart, it begins anew near the end. A failure is said once, and so is that it is over.
 */
public final class TopicTail extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Topics are made when a service starts for the first time: so often they are looked for before they are missed. */
    private static final int LOOKS_FOR_TOPICS = 20;

    private final String name;
    private final Set<String> topics;
    private final long records;
    private final TailFollower follower;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Duration pauseBetweenLooks;

    /** Used by the tail's thread only. */
    private boolean failureSaid;

    /**
     * A tail that is not followed yet.
     *
     * @param name of the thread, and in the log
     * @param topics all of which must be there before any is followed
     * @param records how many of each partition come before what is new, at most
     * @param connection how Kafka is reached, as a consumer's configuration; what else stands in it about groups,
     *     offsets and isolation is replaced
     */
    public TopicTail(
            String name,
            Collection<String> topics,
            long records,
            Map<String, Object> connection,
            TailFollower follower) {
        this(name, topics, records, consumersOf(connection), follower, PAUSE);
    }

    TopicTail(
            String name,
            Collection<String> topics,
            long records,
            Supplier<Consumer<byte[], byte[]>> consumers,
            TailFollower follower,
            Duration pause) {
        super(name, pause);
        this.name = name;
        this.topics = new TreeSet<>(topics);
        this.records = records;
        this.follower = follower;
        this.consumers = consumers;
        this.pauseBetweenLooks = pause.dividedBy(4);
    }

    /** Follows until it fails or the service stops. */
    @Override
    protected void repeat() {
        try {
            Consumer<byte[], byte[]> consumer = consumers.get();
            try {
                follow(consumer);
            } finally {
                close(consumer);
            }
        } catch (InterruptException | InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            sayFailure(e);
        }
    }

    /** A thread that is interrupted cannot close a consumer in order. */
    private static void close(Consumer<byte[], byte[]> consumer) {
        boolean interrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(CLOSE));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions));
        consumer.endOffsets(partitions).forEach((partition, end) -> starts.merge(partition, end - records, Math::max));
        starts.forEach(consumer::seek);
        follower.begin(Map.copyOf(starts));
        while (!Thread.currentThread().isInterrupted()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                follower.take(record);
            }
            sayRecovery();
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        for (int look = 1; ; look++) {
            List<TopicPartition> partitions = new ArrayList<>();
            Set<String> missing = new TreeSet<>();
            for (String topic : topics) {
                List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
                found.forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
                if (found.isEmpty()) {
                    missing.add(topic);
                }
            }
            if (missing.isEmpty()) {
                return partitions;
            }
            if (look == LOOKS_FOR_TOPICS) {
                throw new KafkaException("topics that must be there are missing: " + String.join(", ", missing));
            }
            Thread.sleep(pauseBetweenLooks.toMillis());
        }
    }

    private void sayFailure(RuntimeException failure) {
        if (!failureSaid) {
            failureSaid = true;
            log.warn(
                    "{} cannot follow {}, and begins anew until it can: {}",
                    name,
                    String.join(", ", topics),
                    String.valueOf(failure.getMessage()));
        }
        log.debug("{} begins anew", name, failure);
    }

    private void sayRecovery() {
        if (failureSaid) {
            failureSaid = false;
            log.info("{} follows {} again", name, String.join(", ", topics));
        }
    }

    private static Supplier<Consumer<byte[], byte[]>> consumersOf(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
