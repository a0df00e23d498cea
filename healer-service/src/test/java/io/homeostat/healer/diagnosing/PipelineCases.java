package io.homeostat.healer.diagnosing;

import static io.homeostat.healer.diagnosing.DiagnosisCase.fine;
import static io.homeostat.healer.diagnosing.DiagnosisCase.sick;
import static io.homeostat.healer.diagnosing.StackBuilder.hung;
import static io.homeostat.healer.diagnosing.StackBuilder.well;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.ResourceSignals;
import java.util.stream.Stream;

/** Pipelines that stand still, die, or are slow, resources that run out, and what only looks like it. */
final class PipelineCases {

    private static final long MIB = 1 << 20;

    private PipelineCases() {}

    static Stream<DiagnosisCase> pipelines() {
        return Stream.of(
                fine("a partition that stands still, not long enough", well().monitor(one -> one.still(1, 7_999))),
                sick(
                        "a partition that has always moved once a second and does not for three",
                        well().monitor(one -> one.still(1, 3_000, 12)),
                        "monitor stalled-pipeline"),
                fine("a partition that is used to such pauses", well().monitor(one -> one.still(1, 3_000, 7.9))),
                fine("a pause below the floor, however unusual", well().monitor(one -> one.still(1, 2_499, 100))),
                sick(
                        "a processing thread that is blocked or deadlocked",
                        well().monitor(one -> one.still(1, 8_000)),
                        "monitor stalled-pipeline"),
                fine(
                        "a partition that waits for its turn with the only thread",
                        well().monitor(one -> one.still(1, 20_000, 100).oneThread())),
                sick(
                        "a partition whose turn never comes",
                        well().monitor(one -> one.still(1, 60_000).oneThread()),
                        "monitor stalled-pipeline"),
                sick(
                        "the only thread, between two steps of something slow",
                        well().monitor(one -> one.stopsMoving(5_000)
                                .slow(0, 5_000, 100)
                                .slow(1, 5_000, 100)
                                .oneThread()),
                        "monitor overloaded"),
                sick(
                        "the only thread, blocked or deadlocked",
                        well().monitor(one -> one.stopsMoving(8_000).oneThread()),
                        "monitor stalled-pipeline"),
                sick(
                        "the same where the pipeline does not say where it is",
                        well().monitor(one -> one.still(1, 8_000).noState()),
                        "monitor stalled-pipeline"),
                sick(
                        "the same where the service has found out itself",
                        well().monitor(one -> one.still(1, 32_000).silent(Answer.DOWN, 2_000)),
                        "monitor stalled-pipeline"),
                fine("a canary that waits, not long enough", well().healer(one -> one.canaryWaits(7_999))),
                sick(
                        "a canary that waits where nothing else is to be read",
                        well().healer(one -> one.idle(60_000).canaryWaits(8_000)),
                        "healer stalled-pipeline"),
                fine(
                        "a canary that waits while records have been held back for a while",
                        well().healer(one -> one.idle(60_000).heldBack(2, 2_000).canaryWaits(8_000))),
                sick(
                        "a canary that waits while records are held back for a moment, as they always are",
                        well().healer(one -> one.idle(60_000).heldBack(2, 1_999).canaryWaits(8_000)),
                        "healer stalled-pipeline"),
                fine(
                        "a canary that waits its turn behind a backlog",
                        well().healer(one -> one.lagging(2, 4_000, 500, 400).canaryWaits(9_000))),
                fine(
                        "it has been RUNNING for a short time only",
                        well().monitor(one -> one.still(1, 20_000).state("RUNNING", 7_999, null))),
                fine(
                        "it answers again for a short time only",
                        well().monitor(one -> one.still(1, 20_000).upSince(7_999))),
                fine(
                        "it takes its partitions",
                        well().monitor(one -> one.still(1, 20_000).state("REBALANCING", 20_000, null))),
                fine(
                        "a person has paused it",
                        well().monitor(one ->
                                one.still(1, 90_000).unready(90_000).state("PAUSED", 90_000, null))),
                fine(
                        "it comes back from a collector pause",
                        well().monitor(one -> one.still(1, 8_500).heap(0.5, 0.3))),
                sick(
                        "collections that took less explain nothing",
                        well().monitor(one -> one.still(1, 8_500).heap(0.5, 0.29)),
                        "monitor stalled-pipeline"),
                sick(
                        "a dead thread",
                        well().monitor(one ->
                                one.threads("DEAD", "RUNNING").failure("IllegalStateException: no", 3_000, -1, 0)),
                        "monitor dead-thread"),
                sick(
                        "a pipeline that has failed",
                        well().healer(one -> one.state("FAILED", 2_000, "too many deaths")
                                .stopsMoving(20_000)
                                .unready(2_000)),
                        "healer dead-thread"),
                sick(
                        "a thread that died and was replaced in vain",
                        well().monitor(one -> one.still(1, 3_500).failure("AssertionError: no", 3_000, -1, 0)),
                        "monitor dead-thread"),
                sick(
                        "a thread that died long before the work stood still",
                        well().monitor(one -> one.still(1, 8_500).failure("AssertionError: no", 60_000, -1, 0)),
                        "monitor stalled-pipeline"),
                fine(
                        "somebody's open transaction keeps the canaries' answers from being read",
                        well().healer(one -> one.canaryWaits(20_000).answersHeldBack(12_000))),
                fine(
                        "a thread that died and was replaced",
                        well().monitor(one -> one.failure("IllegalStateException: no", 3_000, 1_500, 1))),
                sick(
                        "two deaths on the same record",
                        well().monitor(one -> one.failure("ArithmeticException: no", 3_000, 1_000, 2)),
                        "monitor poison-record"),
                sick(
                        "a poison record that has killed the pipeline",
                        well().monitor(one -> one.failure("ArithmeticException: no", 90_000, 1_000, 4)
                                .threads("DEAD", "DEAD")
                                .state("FAILED", 90_000, "too many deaths")),
                        "monitor poison-record"),
                fine(
                        "a poison record that it has passed since",
                        well().monitor(one -> one.failure("ArithmeticException: no", 3_000, 999, 3))),
                sick(
                        "more is written than it reads, and it is well behind",
                        well().monitor(one -> one.lagging(0, 5_000, 500, 1_500)),
                        "monitor overloaded"),
                fine("not far behind", well().monitor(one -> one.lagging(0, 4_999, 500, 1_500))),
                fine("far behind, and it catches up", well().monitor(one -> one.lagging(0, 50_000, 1_500, 500))),
                fine(
                        "far behind, just started, not warm yet",
                        well().monitor(one -> one.lagging(0, 50_000, 500, 1_500).state("RUNNING", 29_999, null))),
                sick(
                        "far behind, and warm by now",
                        well().monitor(one -> one.lagging(0, 50_000, 500, 1_500).state("RUNNING", 30_000, null)),
                        "monitor overloaded"),
                sick(
                        "answers that take far longer than usual",
                        well().producer(one -> one.slow(1_000, 100)),
                        "producer overloaded"),
                fine(
                        "answers that take ten times as long, and are fast all the same",
                        well().producer(one -> one.slow(999, 8))),
                fine(
                        "slow answers of which nobody knows what is usual yet",
                        well().producer(one -> one.slow(1_500, 0))),
                fine("answers that are as slow as they usually are", well().producer(one -> one.slow(1_500, 151))),
                sick(
                        "somebody's transaction, seen by both readers, is one thing",
                        well().monitor(one -> one.heldBack(2, 6_000)).healer(one -> one.heldBack(2, 5_900)),
                        "monitor held-back < healer"),
                sick(
                        "somebody's transaction, for just long enough",
                        well().monitor(one -> one.heldBack(2, 5_000)),
                        "monitor held-back"),
                fine("somebody's transaction, for a short time", well().monitor(one -> one.heldBack(2, 4_999))),
                sick(
                        "canaries that wait behind somebody's transaction",
                        well().monitor(one -> one.heldBack(2, 9_000).canaryWaits(9_000)),
                        "monitor held-back"),
                sick(
                        "a stall elsewhere is not excused by somebody's transaction",
                        well().monitor(one -> one.heldBack(2, 9_000).still(1, 9_000)),
                        "monitor stalled-pipeline"),
                sick(
                        "a topic that was deleted",
                        well().monitor(one -> one.missing("temperature")
                                .threads("DEAD", "DEAD")
                                .state("FAILED", 2_000, "gone")),
                        "monitor topic-missing"),
                sick(
                        "it refuses to run as it is configured",
                        well().healer(one -> one.unready(3_000).state("REFUSED", 3_000, "4 partitions became 6")),
                        "healer misconfigured"),
                fine("nothing written for a short time", well().monitor(one -> one.inputStill(59_999))),
                sick(
                        "nothing written for long",
                        well().monitor(one -> one.inputStill(60_000).idle(60_000)),
                        "producer no-input"),
                fine(
                        "nothing written for long, and a person has paused the producer",
                        well().monitor(one -> one.inputStill(90_000))
                                .producer(one -> one.state("PAUSED", 90_000, null))),
                sick(
                        "nothing written since the producer crashed",
                        well().monitor(one -> one.inputStill(90_000))
                                .producer(one ->
                                        one.silent(Answer.REFUSED, 90_000).process("BACKING_OFF", 9_000, 1, 1)),
                        "producer crashed"),
                fine("never asked whether it is ready", well().monitor(TargetBuilder::neverAskedForReadiness)),
                fine(
                        "not ready, and the broker is back for a short time only",
                        well().monitor(one -> one.unready(90_000)).broker(one -> one.upSince(34_999))),
                sick(
                        "not ready, and the broker is back for long",
                        well().monitor(one -> one.unready(90_000)).broker(one -> one.upSince(35_000)),
                        "monitor unknown"),
                fine(
                        "not ready, since it starts",
                        well().monitor(one -> one.unready(90_000).process("STARTING", 59_999, 0, null))),
                sick(
                        "not ready, and it has started for long",
                        well().monitor(one -> one.unready(90_000).process("STARTING", 60_000, 0, null)),
                        "monitor unknown"),
                fine(
                        "not ready, since it was told to end",
                        well().monitor(one -> one.unready(90_000).process("STOPPING", 9_000, 0, null))),
                fine("not ready, for less than half a minute", well().monitor(one -> one.unready(29_999))),
                sick("not ready, and nobody knows why", well().monitor(one -> one.unready(30_000)), "monitor unknown"),
                sick(
                        "what answers is not the service",
                        well().monitor(one -> one.silent(Answer.UNREADABLE, 10_000)),
                        "monitor unknown"));
    }

    static Stream<DiagnosisCase> resources() {
        return Stream.of(
                sick("a full heap", well().monitor(one -> one.heap(0.95, 0.1)), "monitor memory-low"),
                fine("a heap that is not quite full", well().monitor(one -> one.heap(0.949, 0.1))),
                sick(
                        "a tight heap, and little but collections",
                        well().monitor(one -> one.heap(0.85, 0.5)),
                        "monitor memory-low"),
                fine(
                        "a full heap of which it told long ago",
                        well().monitor(one -> one.heap(0.97, 0.1).mute(10_001, 1))),
                fine(
                        "a full heap of the life before",
                        well().monitor(one -> one.heap(0.97, 0.1)
                                .silent(Answer.REFUSED, 4_000)
                                .process("STARTING", 2_000, 1, 143))),
                fine(
                        "a full heap of a process that was told to end",
                        well().monitor(one -> one.heap(0.97, 0.1).process("STOPPING", 2_000, 0, null))),
                fine("a tight heap", well().monitor(one -> one.heap(0.85, 0.49))),
                sick(
                        "a thread died for want of memory",
                        well().monitor(one -> one.heap(0.9, 0.2)
                                .threads("DEAD", "RUNNING")
                                .failure("java.lang.OutOfMemoryError: Java heap space", 3_000, -1, 0)),
                        "monitor memory-low"),
                fine(
                        "a thread that died for want of memory, was replaced, and there is room again",
                        well().monitor(one ->
                                one.heap(0.84, 0.2).failure("java.lang.OutOfMemoryError: no", 3_000, -1, 0))),
                fine(
                        "a thread that died for want of memory long ago",
                        well().monitor(one ->
                                one.heap(0.9, 0.2).failure("java.lang.OutOfMemoryError: no", 60_001, -1, 0))),
                fine(
                        "a thread that died for another reason in a tight heap",
                        well().monitor(one -> one.heap(0.9, 0.2).failure("IllegalStateException: no", 3_000, -1, 0))),
                sick("a hang with a full heap", hung(4_000).monitor(one -> one.heap(0.97, 0.9)), "monitor memory-low"),
                sick("a full disk", well().healer(one -> disk(one, 256 * MIB - 1)), "healer disk-low"),
                fine("a disk with just enough", well().healer(one -> disk(one, 256 * MIB))),
                sick(
                        "a full disk that killed a thread",
                        well().healer(one -> disk(one, 0)
                                .threads("DEAD", "DEAD")
                                .state("FAILED", 3_000, "no space")
                                .unready(3_000)),
                        "healer disk-low"),
                sick("too many files", well().monitor(one -> files(one, 0.95)), "monitor files-low"),
                fine("many files", well().monitor(one -> files(one, 0.94))),
                fine(
                        "nothing is known of its resources",
                        well().monitor(one -> one.resources(ResourceSignals.UNKNOWN))));
    }

    private static TargetBuilder disk(TargetBuilder target, long left) {
        return target.resources(new ResourceSignals(0.4, 0.01, left, 0.1, 0));
    }

    private static TargetBuilder files(TargetBuilder target, double open) {
        return target.resources(new ResourceSignals(0.4, 0.01, 10L << 30, open, 0));
    }
}
