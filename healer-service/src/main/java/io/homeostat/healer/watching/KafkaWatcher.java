package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.PartitionSignal;
import io.homeostat.healer.signals.Probe;
import io.homeostat.model.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker, once a second, whether it is there, which topics it has, and how far the pipelines have committed.
 * Thread-safe.
 */
final class KafkaWatcher extends Watcher {

    private static final long PATIENCE_SECONDS = 2;

    private final Map<String, Object> settings;
    /** The topics that each application reads, by its name. */
    private final Map<String, List<String>> inputs;

    private final Set<String> needed;
    private final LongSupplier millis;
    private final ProbeTrack contact = new ProbeTrack();
    private final Map<String, Map<TopicPartition, PartitionTrack>> tracks = new TreeMap<>();
    /** Of the topic on which canaries are answered, which nobody commits positions of. */
    private final Map<TopicPartition, PartitionTrack> answers = new HashMap<>();

    private @Nullable Admin admin;
    /** Those of the needed topics that were there once: a topic that is yet to be made is not missing. */
    private final Set<String> seen = new HashSet<>();

    private volatile List<String> missing = List.of();

    KafkaWatcher(
            Map<String, Object> settings, Map<String, List<String>> inputs, Set<String> needed, LongSupplier millis) {
        super("broker", Duration.ofSeconds(1));
        this.settings = settings;
        this.inputs = Map.copyOf(inputs);
        this.needed = Set.copyOf(needed);
        this.millis = millis;
    }

    Probe contact(long nowMillis) {
        return contact.view(nowMillis);
    }

    /** Those of some topics that were there and that the broker, when it last answered, did not have any more. */
    List<String> missing(List<String> of) {
        return missing.stream().filter(of::contains).toList();
    }

    /** How far an application is on each partition that it reads, as of the broker's last answer. */
    synchronized List<PartitionSignal> partitions(String application, long nowMillis) {
        return tracks.getOrDefault(application, Map.of()).values().stream()
                .map(track -> track.view(nowMillis))
                .toList();
    }

    /** For how long somebody's open transaction has kept answers to canaries from being read, on the worst partition. */
    synchronized long answersHeldBackMillis(long nowMillis) {
        return answers.values().stream()
                .mapToLong(track -> track.view(nowMillis).heldBackMillis())
                .max()
                .orElse(0);
    }

    /** For how long nothing was written to a topic, by what an application's partitions show. */
    synchronized long notWrittenMillis(String application, String topic, long nowMillis) {
        return tracks.getOrDefault(application, Map.of()).entrySet().stream()
                .filter(one -> one.getKey().topic().equals(topic))
                .mapToLong(one -> one.getValue().notWrittenMillis(nowMillis))
                .min()
                .orElse(0);
    }

    @Override
    protected void look() throws InterruptedException {
        long began = System.nanoTime();
        try {
            Admin through = admin();
            await(through.describeCluster().clusterId());
            contact.note(Answer.UP, millisSince(began), "it answers", millis.getAsLong());
            Map<String, TopicDescription> there = topics(through);
            for (Map.Entry<String, List<String>> application : inputs.entrySet()) {
                look(through, application.getKey(), partitions(there, application.getValue()));
            }
            lookAtAnswers(through, partitions(there, List.of(Topics.CANARY)));
        } catch (TimeoutException e) {
            contact.note(
                    Answer.TIMED_OUT,
                    millisSince(began),
                    "no answer within " + PATIENCE_SECONDS + " s",
                    millis.getAsLong());
        } catch (ExecutionException e) {
            String why = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            contact.note(Answer.TIMED_OUT, millisSince(began), why, millis.getAsLong());
        }
    }

    private Map<String, TopicDescription> topics(Admin through)
            throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> names = await(through.listTopics().names());
        names.stream().filter(needed::contains).forEach(seen::add);
        missing = seen.stream().filter(name -> !names.contains(name)).sorted().toList();
        List<String> wanted = Stream.concat(
                        inputs.values().stream().flatMap(Collection::stream), Stream.of(Topics.CANARY))
                .distinct()
                .filter(names::contains)
                .toList();
        return await(through.describeTopics(wanted).allTopicNames());
    }

    private static List<TopicPartition> partitions(Map<String, TopicDescription> there, List<String> topics) {
        return there.values().stream()
                .filter(topic -> topics.contains(topic.name()))
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private void look(Admin through, String application, List<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(through.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> stable = ends(through, partitions, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = ends(through, partitions, IsolationLevel.READ_UNCOMMITTED);
        long now = millis.getAsLong();
        synchronized (this) {
            Map<TopicPartition, PartitionTrack> known = tracks.computeIfAbsent(application, unknown -> new HashMap<>());
            known.keySet().retainAll(partitions);
            for (TopicPartition one : partitions) {
                OffsetAndMetadata at = committed.get(one);
                if (at != null) {
                    known.computeIfAbsent(one, unknown -> new PartitionTrack(one.topic(), one.partition()))
                            .note(now, at.offset(), stable.getOrDefault(one, 0L), ends.getOrDefault(one, 0L));
                }
            }
        }
    }

    private void lookAtAnswers(Admin through, List<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> stable = ends(through, partitions, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = ends(through, partitions, IsolationLevel.READ_UNCOMMITTED);
        long now = millis.getAsLong();
        synchronized (this) {
            answers.keySet().retainAll(partitions);
            for (TopicPartition one : partitions) {
                long at = stable.getOrDefault(one, 0L);
                answers.computeIfAbsent(one, unknown -> new PartitionTrack(one.topic(), one.partition()))
                        .note(now, at, at, ends.getOrDefault(one, 0L));
            }
        }
    }

    private static Map<TopicPartition, Long> ends(Admin through, List<TopicPartition> of, IsolationLevel level)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked =
                of.stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
        return await(through.listOffsets(asked, new ListOffsetsOptions(level)).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    protected synchronized void release() {
        if (admin != null) {
            admin.close(Duration.ofMillis(500));
            admin = null;
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
