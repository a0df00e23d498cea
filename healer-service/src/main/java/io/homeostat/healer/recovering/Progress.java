package io.homeostat.healer.recovering;

import io.homeostat.healer.recovering.Evidence.Kind;
import io.homeostat.healer.recovering.remedies.Spans;
import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.PartitionSignal;
import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.TargetSignals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a target makes progress, as the broker and the canary have it. Not thread-safe.
 *
 * <p>A pipeline is proved if input came and its committed position is past what was the stable end of each partition
 * when the fault was seen; if none came, by a canary that came through since. A target without a pipeline is proved by
 * its answers: a pipeline is what has partitions, stream threads or canaries. A partition that was not to be seen at first, because the broker was away, is marked when it is.
 */
final class Progress {

    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private long positions = -1;
    private long movedAtMillis = Long.MIN_VALUE;

    Progress(List<Mark> marks) {
        marks.forEach(mark -> this.marks.put(name(mark.topic(), mark.partition()), mark));
    }

    List<Mark> marks() {
        return List.copyOf(marks.values());
    }

    /** Takes note of where the target is now. */
    void look(TargetSignals target, long nowMillis) {
        List<PartitionSignal> partitions = target.pipeline().partitions();
        partitions.forEach(one -> marks.computeIfAbsent(
                name(one.topic(), one.partition()), name -> new Mark(one.topic(), one.partition(), one.stableEnd())));
        long now = partitions.stream().mapToLong(PartitionSignal::position).sum();
        if (!partitions.isEmpty() && now > positions) {
            if (positions >= 0) {
                movedAtMillis = nowMillis;
            }
            positions = now;
        }
    }

    /** When it was last seen to move on; {@link Long#MIN_VALUE} if never. */
    long movedAtMillis() {
        return movedAtMillis;
    }

    /** What is seen now, of what happened in the given time. */
    Evidence evidence(TargetSignals target, long lastMillis) {
        Optional<String> unwell = unwell(target);
        if (unwell.isPresent()) {
            return new Evidence(Kind.NOT_YET, unwell.get());
        }
        if (marks.isEmpty() && !hasPipeline(target)) {
            return answers(target);
        }
        Map<String, PartitionSignal> seen = new LinkedHashMap<>();
        target.pipeline().partitions().forEach(one -> seen.put(name(one.topic(), one.partition()), one));
        boolean inputCame = false;
        for (Map.Entry<String, Mark> entry : marks.entrySet()) {
            PartitionSignal now = seen.get(entry.getKey());
            if (now == null) {
                return new Evidence(Kind.NOT_YET, "how far it is on %s is not known".formatted(entry.getKey()));
            }
            long end = entry.getValue().stableEnd();
            boolean input = now.stableEnd() > end;
            if (now.position() < end || (input && now.position() == end)) {
                return new Evidence(
                        Kind.NOT_YET,
                        "its position on %s is %d, which is not past %d, the end when the fault was seen"
                                .formatted(entry.getKey(), now.position(), end));
            }
            inputCame |= input;
        }
        return inputCame
                ? new Evidence(Kind.PROVED, "its committed positions are past what was the end when the fault was seen")
                : canary(target, lastMillis);
    }

    private static Evidence canary(TargetSignals target, long lastMillis) {
        if (!target.canary().sent()) {
            return new Evidence(Kind.NOTHING_TO_SEE, "no input came and no canary was sent");
        }
        long ago = target.canary().answeredMillisAgo();
        return ago < lastMillis
                ? new Evidence(Kind.PROVED, "no input came; a canary came through %s ago".formatted(Spans.words(ago)))
                : new Evidence(Kind.NOT_YET, "no input came, and no canary came through yet");
    }

    private static boolean hasPipeline(TargetSignals target) {
        return target.canary().sent()
                || !target.pipeline().threads().isEmpty()
                || !target.pipeline().missingTopics().isEmpty();
    }

    private static Optional<String> unwell(TargetSignals target) {
        return unwell("liveness", target.liveness()).or(() -> unwell("readiness", target.readiness()));
    }

    private static Optional<String> unwell(String what, Probe probe) {
        return probe.isGood() || probe.answer() == Answer.NOT_ASKED
                ? Optional.empty()
                : Optional.of("its %s is not good: %s".formatted(what, probe.detail()));
    }

    private static Evidence answers(TargetSignals target) {
        return target.liveness().isGood() || target.readiness().isGood()
                ? new Evidence(Kind.PROVED, "it answers, and says that it is well")
                : new Evidence(Kind.NOTHING_TO_SEE, "it is not asked");
    }

    private static String name(String topic, int partition) {
        return topic + "-" + partition;
    }
}
