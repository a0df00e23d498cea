package io.homeostat.runtime.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows how far a pipeline has come: what it has committed against what there is to read. Health is progress, so this
 * is asked of the broker, not of the threads that might hang. Thread-safe; {@link #look} blocks for two answers of the
 * broker and is called by one thread.
 */
final class PipelineProgress implements CatchUp {

    private static final ListOffsetsOptions COMMITTED =
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(3_000);
    private static final long ANSWER_SECONDS = 4;

    private final PipelinePlan plan;
    private final Clock clock;
    private final Map<TopicPartition, PartitionProgress> progress = new ConcurrentHashMap<>();
    /** The end offsets that a task saw at its start; the key leaves when they are reached. */
    private final Map<Integer, Start> starting = new ConcurrentHashMap<>();

    private volatile Instant lastAnswer = Instant.EPOCH;

    /** The start of one task. */
    private static final class Start {
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private boolean endsKnown;
        private volatile boolean reached;
    }

    PipelineProgress(PipelinePlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public BooleanSupplier start(int partition) {
        Start start = new Start();
        starting.put(partition, start);
        return () -> start.reached;
    }

    /** How far it has come, as of the last look, in the order of topic and partition. */
    List<PartitionProgress> partitions() {
        return progress.values().stream()
                .sorted(Comparator.comparing(PartitionProgress::topic).thenComparing(PartitionProgress::partition))
                .toList();
    }

    /** When the broker last answered. */
    Instant lastAnswer() {
        return lastAnswer;
    }

    /** Asks the broker about the partitions that are at home here. */
    void look(Admin admin, Set<Integer> tasks) throws InterruptedException, TimeoutException, ExecutionException {
        List<TopicPartition> mine = tasks.stream()
                .flatMap(task -> Stream.of(
                        new TopicPartition(plan.stream().readings(), task), new TopicPartition(plan.doorTopic(), task)))
                .toList();
        progress.keySet().retainAll(mine);
        starting.keySet().retainAll(tasks);
        Map<TopicPartition, Long> ends = offsets(admin, mine, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(plan.applicationId())
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        List<TopicPartition> untouched =
                mine.stream().filter(one -> committed.get(one) == null).toList();
        Map<TopicPartition, Long> beginnings =
                untouched.isEmpty() ? Map.of() : offsets(admin, untouched, OffsetSpec.earliest());
        Instant now = clock.instant();
        lastAnswer = now;
        for (TopicPartition one : mine) {
            OffsetAndMetadata at = committed.get(one);
            long end = ends.getOrDefault(one, 0L);
            long position = at == null ? beginnings.getOrDefault(one, end) : at.offset();
            note(one, position, end, now);
        }
        starting.forEach((task, start) -> catchUp(start, task));
    }

    /** Deletes what came in by the door and was judged. */
    void sweepDoor(Admin admin) {
        Map<TopicPartition, RecordsToDelete> judged = progress.values().stream()
                .filter(one -> one.topic().equals(plan.doorTopic()) && one.position() > 0)
                .collect(Collectors.toMap(
                        one -> new TopicPartition(one.topic(), one.partition()),
                        one -> RecordsToDelete.beforeOffset(one.position())));
        admin.deleteRecords(judged);
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Collection<TopicPartition> of, OffsetSpec spec)
            throws InterruptedException, TimeoutException, ExecutionException {
        Map<TopicPartition, OffsetSpec> asked = of.stream().collect(Collectors.toMap(one -> one, one -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin.listOffsets(asked, COMMITTED).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return answer.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private void note(TopicPartition one, long position, long end, Instant now) {
        PartitionProgress before = progress.get(one);
        long lag = Math.max(0, end - position);
        boolean moved = before == null || before.position() != position || lag == 0;
        Instant last = moved || before == null ? now : before.lastProgress();
        progress.put(one, new PartitionProgress(one.topic(), one.partition(), position, end, lag, last));
    }

    private void catchUp(Start start, int task) {
        List<PartitionProgress> inputs = progress.values().stream()
                .filter(one -> one.partition() == task)
                .toList();
        if (!start.endsKnown) {
            inputs.forEach(one -> start.ends.put(new TopicPartition(one.topic(), one.partition()), one.endOffset()));
            start.endsKnown = true;
        }
        boolean reached = inputs.stream()
                .allMatch(one -> one.position()
                        >= start.ends.getOrDefault(new TopicPartition(one.topic(), one.partition()), 0L));
        start.reached |= reached;
    }
}
