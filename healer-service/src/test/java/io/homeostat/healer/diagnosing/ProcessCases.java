package io.homeostat.healer.diagnosing;

import static io.homeostat.healer.diagnosing.DiagnosisCase.fine;
import static io.homeostat.healer.diagnosing.DiagnosisCase.sick;
import static io.homeostat.healer.diagnosing.StackBuilder.hung;
import static io.homeostat.healer.diagnosing.StackBuilder.well;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Role;
import java.util.stream.Stream;

/** Processes that end, hang, or cannot be reached, and what only looks like it. */
final class ProcessCases {

    private ProcessCases() {}

    static Stream<DiagnosisCase> ends() {
        return Stream.of(
                sick(
                        "kill -9, by the supervisor's word, at once",
                        well().monitor(one -> one.silent(Answer.REFUSED, 900, 2).process("BACKING_OFF", 300, 1, 137)),
                        "monitor crashed"),
                sick(
                        "the same, before the next question was asked",
                        well().monitor(one -> one.process("BACKING_OFF", 300, 1, 137)),
                        "monitor crashed"),
                sick(
                        "a clean exit 0 is a crash, too",
                        well().producer(one -> one.silent(Answer.REFUSED, 900).process("STOPPED", 900, 1, 0)),
                        "producer crashed"),
                fine(
                        "it ended, and another process has answered in its place since",
                        well().monitor(one -> one.process("STOPPED", 60_000, 1, 0))),
                sick(
                        "it comes back after its end",
                        well().monitor(one ->
                                one.silent(Answer.REFUSED, 4_000).mute(4_000).process("STARTING", 2_000, 1, 137)),
                        "monitor crashed"),
                fine(
                        "a person has it restarted",
                        well().monitor(one -> one.silent(Answer.REFUSED, 9_000)
                                .mute(9_000)
                                .stopsMoving(9_000)
                                .process("STARTING", 4_000, 1, 143))),
                fine(
                        "the healer had it restarted, and it had to be killed for that",
                        well().monitor(one -> one.silent(Answer.REFUSED, 9_000)
                                .mute(9_000)
                                .stopsMoving(9_000)
                                .process("STARTING", 4_000, 1, 137)
                                .askedToEnd())),
                fine(
                        "it was told to stay away, as all are when the stack ends",
                        well().monitor(one -> one.silent(Answer.REFUSED, 9_000)
                                .mute(9_000)
                                .stopsMoving(9_000)
                                .process("STOPPED", 8_000, 0, 143)
                                .askedToEnd())),
                fine(
                        "a person ends it, and it takes its time",
                        well().monitor(one ->
                                one.silent(Answer.REFUSED, 4_000).mute(4_000).process("STOPPING", 4_000, 0, null))),
                sick(
                        "without a supervisor: nobody listens and heartbeats stopped",
                        well().monitor(one ->
                                one.unsupervised().silent(Answer.REFUSED, 3_000).mute(2_900)),
                        "monitor crashed"),
                fine(
                        "without a supervisor: a heartbeat may still come",
                        well().monitor(one -> one.unsupervised()
                                .silent(Answer.REFUSED, 3_000)
                                .mute(1_999)
                                .stopsMoving(3_000))),
                sick(
                        "two ends in five minutes are no loop yet",
                        well().healer(one -> one.silent(Answer.REFUSED, 3_000).process("BACKING_OFF", 900, 2, 1)),
                        "healer crashed"),
                sick(
                        "three are",
                        well().healer(one -> one.silent(Answer.REFUSED, 3_000).process("BACKING_OFF", 900, 3, 1)),
                        "healer crash-loop"),
                sick(
                        "three are, also while it starts once more",
                        well().healer(one -> one.silent(Answer.REFUSED, 3_000).process("STARTING", 900, 3, 1)),
                        "healer crash-loop"),
                fine(
                        "three ends, and it is well again",
                        well().healer(one -> one.process("UP", 20_000, 3, 1).upSince(18_000))),
                sick(
                        "killed with a full heap: crashed, and the evidence says so",
                        well().monitor(one -> one.heap(0.99, 0.9)
                                .silent(Answer.REFUSED, 2_000)
                                .mute(2_000)
                                .process("BACKING_OFF", 500, 1, 3)),
                        "monitor crashed"),
                sick(
                        "healer and monitor killed together",
                        well().monitor(one -> one.silent(Answer.REFUSED, 900).process("BACKING_OFF", 300, 1, 137))
                                .healer(one -> one.silent(Answer.REFUSED, 900).process("BACKING_OFF", 200, 1, 137)),
                        "monitor crashed",
                        "healer crashed"));
    }

    static Stream<DiagnosisCase> hangs() {
        return Stream.of(
                sick("SIGSTOP", hung(3_000), "monitor hung-process"),
                sick(
                        "SIGSTOP of the producer, which has no pipeline of its own",
                        well().producer(one ->
                                one.silent(Answer.TIMED_OUT, 3_000).mute(3_000)),
                        "producer hung-process"),
                sick(
                        "SIGSTOP while nothing is to be read",
                        hung(3_000).monitor(one -> one.idle(3_000)),
                        "monitor hung-process"),
                sick(
                        "without a supervisor, because the connection is taken for long",
                        hung(10_000).monitor(TargetBuilder::unsupervised),
                        "monitor hung-process"),
                fine(
                        "without a supervisor: it may have been started by hand just now",
                        hung(9_999).monitor(TargetBuilder::unsupervised)),
                fine("a silence just below the floor", hung(1_999)),
                sick("a silence of the floor", hung(2_000), "monitor hung-process"),
                fine(
                        "a silence that is usual here: phi just below its limit",
                        hung(9_999).monitor(one -> one.silent(Answer.TIMED_OUT, 9_999, 7.9))),
                sick(
                        "a silence of the ceiling, whatever phi",
                        hung(10_000)
                                .monitor(one ->
                                        one.silent(Answer.TIMED_OUT, 10_000, 1).mute(10_000, 1)),
                        "monitor hung-process"),
                fine("heartbeats that are late as they usually are", hung(4_000).monitor(one -> one.mute(4_000, 7.9))),
                fine(
                        "its pipeline moved a second ago",
                        hung(3_000).monitor(one -> one.lagging(1, 90, 10, 10).silent(Answer.TIMED_OUT, 2_200))),
                sick(
                        "it refuses while the supervisor has it running: after the ceiling",
                        hung(10_000).monitor(one -> one.silent(Answer.REFUSED, 10_000)),
                        "monitor hung-process"),
                fine(
                        "it refuses while the supervisor has it running: perhaps it has only just ended",
                        hung(9_900).monitor(one -> one.silent(Answer.REFUSED, 9_900))),
                fine(
                        "a start that takes its time",
                        hung(59_999).monitor(one -> one.process("STARTING", 59_999, 0, null))),
                sick(
                        "a start that hangs",
                        hung(60_000).monitor(one -> one.process("STARTING", 60_000, 0, null)),
                        "monitor hung-process"),
                sick(
                        "phi just at its limit",
                        hung(3_000)
                                .monitor(one ->
                                        one.silent(Answer.TIMED_OUT, 3_000, 8).mute(3_000, 8)),
                        "monitor hung-process"),
                fine(
                        "phi counts for nothing where as much as the floor was this healer's own pause",
                        hung(4_000).ownPause(2_000)),
                sick("phi counts where it was less", hung(4_000).ownPause(1_999), "monitor hung-process"),
                sick(
                        "a hang beside a broker of somebody else's that is down",
                        hung(3_000)
                                .add(
                                        "another",
                                        new TargetBuilder("another", Role.BROKER).silent(Answer.REFUSED, 90_000)),
                        "another broker-down",
                        "monitor hung-process"),
                sick(
                        "a start after a crash that hangs",
                        hung(60_000).monitor(one -> one.process("STARTING", 60_000, 1, 137)),
                        "monitor hung-process"),
                fine(
                        "this healer was paused itself, and woke up just now",
                        hung(5_500).ownPause(5_000)),
                fine(
                        "this healer was paused, and phi was reckoned with that",
                        hung(7_500).ownPause(5_000)),
                sick(
                        "this healer was paused, and the other has been silent far longer",
                        hung(15_000).ownPause(5_000),
                        "monitor hung-process"),
                sick(
                        "HTTP is silent and heartbeats go on: the network",
                        well().monitor(one -> one.silent(Answer.TIMED_OUT, 3_000)),
                        "monitor network-partition"),
                sick(
                        "a proxy in between that refuses",
                        well().monitor(one -> one.silent(Answer.REFUSED, 4_000)),
                        "monitor network-partition"),
                sick(
                        "HTTP is silent and commits move: the network",
                        well().healer(one ->
                                one.silent(Answer.UNREACHABLE, 4_000).mute(4_000)),
                        "healer network-partition"),
                fine(
                        "a last heartbeat from just before the end of a process proves no network's fault",
                        well().producer(one -> one.silent(Answer.REFUSED, 2_200).mute(1_900))),
                sick(
                        "its host is gone, and nobody supervises it",
                        well().monitor(one -> one.unsupervised()
                                .silent(Answer.UNREACHABLE, 10_000)
                                .mute(10_000)
                                .stopsMoving(10_000)),
                        "monitor unknown"));
    }
}
