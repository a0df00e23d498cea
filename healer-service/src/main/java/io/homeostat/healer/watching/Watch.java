package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.CanarySignals;
import io.homeostat.healer.signals.HeartbeatSignals;
import io.homeostat.healer.signals.PartitionSignal;
import io.homeostat.healer.signals.PipelineSignals;
import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.ProcessSignals;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.runtime.stream.PipelinePlan;
import io.homeostat.runtime.tail.TopicTail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** All that watches, and from it the snapshot of a moment. Thread-safe. */
public final class Watch implements SmartLifecycle {

    private static final long SPEAKER_SETTLES_MILLIS = 10_000;

    /** What the watch of one target has seen over time. */
    private static final class Life {
        private final long beganMillis;
        private boolean seen;
        private long upSinceMillis = Long.MIN_VALUE;
        private @Nullable Long pid;

        private Life(long beganMillis) {
            this.beganMillis = beganMillis;
        }
    }

    private final Map<String, TargetsProperties.Target> targets;
    private final List<StreamTopics> streams;
    private final WatchParts parts;
    private final MaintenanceWindows maintenance;
    private final LongSupplier millis;
    private final Map<String, Life> lives = new HashMap<>();
    private final OwnPauses ownPauses;
    private boolean running;

    Watch(
            TargetsProperties properties,
            List<StreamTopics> streams,
            WatchParts parts,
            MaintenanceWindows maintenance,
            LongSupplier millis) {
        this.targets = properties.watched();
        this.streams = List.copyOf(streams);
        this.parts = parts;
        this.maintenance = maintenance;
        this.millis = millis;
        this.ownPauses = new OwnPauses(millis);
    }

    /** The names of the targets. */
    public List<String> names() {
        return List.copyOf(targets.keySet());
    }

    /** The monotonic time by which everything here is measured. */
    public long nowMillis() {
        return millis.getAsLong();
    }

    /** Everything that is seen now; takes less than a millisecond and asks nobody. */
    public synchronized Snapshot snapshot() {
        long now = millis.getAsLong();
        List<TargetSignals> signals = new ArrayList<>();
        targets.forEach((name, target) -> signals.add(signals(name, target, now)));
        return new Snapshot(now, signals, ownPauses.longestLately());
    }

    @Override
    public synchronized void start() {
        long now = millis.getAsLong();
        targets.keySet().forEach(name -> lives.put(name, new Life(now)));
        parts.watchers().forEach(Watcher::start);
        parts.tails().forEach(TopicTail::start);
        ownPauses.start();
        running = true;
    }

    @Override
    public synchronized void stop() {
        parts.watchers().forEach(Watcher::stop);
        parts.tails().forEach(TopicTail::stop);
        ownPauses.stop();
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    private TargetSignals signals(String name, TargetsProperties.Target target, long now) {
        Life life = lives.computeIfAbsent(name, unknown -> new Life(now));
        ServiceWatcher asked = parts.services().get(name);
        ProcessSignals process = parts.supervisor().of(name, now);
        if (asked != null && process.pid() != null && !process.pid().equals(life.pid)) {
            asked.forgetRhythm();
        }
        life.pid = process.pid();
        Probe liveness = liveness(target, asked, now);
        Probe readiness = asked == null ? liveness : asked.readiness(now);
        boolean well = liveness.isGood() && readiness.isGood();
        life.seen |= liveness.isGood();
        if (!well) {
            life.upSinceMillis = Long.MIN_VALUE;
        } else if (life.upSinceMillis == Long.MIN_VALUE) {
            life.upSinceMillis = now;
        }
        String service = target.service();
        return new TargetSignals(
                name,
                target.role(),
                target.dependsOn(),
                life.seen,
                now - life.beganMillis,
                well ? now - life.upSinceMillis : 0,
                maintenance.of(name).isPresent(),
                liveness,
                readiness,
                pipeline(target, asked, now),
                canary(target, now),
                service == null ? HeartbeatSignals.NONE : parts.heartbeats().of(service, now),
                process,
                Long.MAX_VALUE);
    }

    private Probe liveness(TargetsProperties.Target target, @Nullable ServiceWatcher asked, long now) {
        return switch (target.role()) {
            case BROKER -> parts.kafka().contact(now);
            case DATABASE -> database(now);
            case SERVICE -> asked == null ? Probe.NOT_ASKED : asked.liveness(now);
        };
    }

    /**
     * Nobody asks the database but those who use it: it is as well as they say. One that has just come up may not have
     * reached it yet, and is not believed when it says that it is down.
     */
    private Probe database(long now) {
        for (Map.Entry<String, ServiceWatcher> one : parts.services().entrySet()) {
            String word = one.getValue().databaseWord();
            Probe speaker = one.getValue().liveness(now);
            boolean settled = speaker.isGood() && speaker.sinceMillis() >= SPEAKER_SETTLES_MILLIS;
            if (word.equals("DOWN") && !settled) {
                return parts.database().view(now);
            }
            // any other word is of one that does not know yet
            if (word.equals("UP") || word.equals("DOWN")) {
                parts.database()
                        .note(
                                word.equals("UP") ? Answer.UP : Answer.DOWN,
                                0,
                                "the " + one.getKey() + " says " + word,
                                now);
                return parts.database().view(now);
            }
        }
        return Probe.NOT_ASKED;
    }

    private PipelineSignals pipeline(TargetsProperties.Target target, @Nullable ServiceWatcher asked, long now) {
        ServiceWatcher.Words words = asked == null ? ServiceWatcher.Words.NONE : asked.words(now);
        String role = target.pipeline();
        List<PartitionSignal> partitions = new ArrayList<>();
        long stillMillis = Long.MAX_VALUE;
        for (StreamTopics stream : streams) {
            // the producer writes what the others read: how long that has stood still is seen at them
            for (String reader : role == null ? pipelines() : List.of(role)) {
                String application = PipelinePlan.applicationId(reader, stream);
                List<PartitionSignal> seen = parts.kafka().partitions(application, now);
                if (role != null) {
                    partitions.addAll(seen);
                } else if (partitions.isEmpty()) {
                    seen.stream()
                            .filter(one -> one.topic().equals(stream.readings()))
                            .map(Watch::asWriter)
                            .forEach(partitions::add);
                }
                stillMillis =
                        Math.min(stillMillis, parts.kafka().notWrittenMillis(application, stream.readings(), now));
            }
        }
        return new PipelineSignals(
                words.state(),
                words.state() == null ? 0 : now - words.sinceMillis(),
                words.reason(),
                words.threads(),
                partitions,
                words.threadDeaths(),
                words.lastFailure(),
                stillMillis == Long.MAX_VALUE ? 0 : stillMillis,
                target.role() == Role.SERVICE ? parts.kafka().missing(needed(role)) : List.of());
    }

    /**
     * A partition as one sees it who writes it: the position is what was written. When that last moved says nothing, since
     * others may write too.
     */
    private static PartitionSignal asWriter(PartitionSignal read) {
        return new PartitionSignal(
                read.topic(),
                read.partition(),
                read.end(),
                read.end(),
                read.end(),
                0,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                0,
                read.writtenPerSecond(),
                read.writtenPerSecond(),
                0);
    }

    /** The topics without which a service cannot work. */
    private List<String> needed(@Nullable String pipeline) {
        List<String> topics = new ArrayList<>();
        for (StreamTopics stream : streams) {
            topics.add(stream.readings());
            if (pipeline != null) {
                topics.add(PipelinePlan.doorTopic(pipeline, stream));
                topics.addAll(
                        pipeline.equals("healer")
                                ? List.of(stream.adjusted())
                                : List.of(Topics.ALERTS, stream.deadLetters()));
                topics.addAll(List.of(Topics.RULES, Topics.CANARY));
            }
        }
        return topics;
    }

    private List<String> pipelines() {
        return targets.values().stream()
                .map(TargetsProperties.Target::pipeline)
                .filter(one -> one != null)
                .toList();
    }

    private CanarySignals canary(TargetsProperties.Target target, long now) {
        String role = target.pipeline();
        if (role == null) {
            return CanarySignals.NONE;
        }
        return streams.stream()
                .map(stream -> parts.flights().get(PipelinePlan.doorTopic(role, stream)))
                .map(flight -> flight == null ? CanarySignals.NONE : flight.view(now))
                .reduce((one, other) -> one.waitingMillis() >= other.waitingMillis() ? one : other)
                .map(one -> one.heldBackFor(parts.kafka().answersHeldBackMillis(now)))
                .orElse(CanarySignals.NONE);
    }
}
