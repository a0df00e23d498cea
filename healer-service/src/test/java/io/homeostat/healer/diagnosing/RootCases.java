package io.homeostat.healer.diagnosing;

import static io.homeostat.healer.diagnosing.DiagnosisCase.fine;
import static io.homeostat.healer.diagnosing.DiagnosisCase.sick;
import static io.homeostat.healer.diagnosing.StackBuilder.hung;
import static io.homeostat.healer.diagnosing.StackBuilder.well;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Role;
import java.util.stream.Stream;

/** Several that are unwell at once, and the cases in which nothing must be said. */
final class RootCases {

    private RootCases() {}

    static Stream<DiagnosisCase> roots() {
        return Stream.of(
                sick(
                        "three services without a broker are one fault of the broker",
                        well().withoutKafka(20_000).broker(one -> one.silent(Answer.REFUSED, 20_000)),
                        "broker broker-down < healer monitor producer"),
                sick(
                        "the same seen from its supervisor at once",
                        well().broker(one -> one.process("BACKING_OFF", 300, 1, 137)),
                        "broker broker-down"),
                sick(
                        "silent heartbeats alone follow from the broker, what a person has paused does not",
                        well().broker(one -> one.silent(Answer.REFUSED, 9_000))
                                .producer(one -> one.mute(9_000))
                                .monitor(one -> one.mute(9_000, 1).state("PAUSED", 90_000, null))
                                .healer(one -> one.mute(9_000, 1)),
                        "broker broker-down < producer"),
                sick(
                        "SIGSTOP of the broker",
                        well().withoutKafka(3_000).broker(one -> one.silent(Answer.TIMED_OUT, 3_000)),
                        "broker broker-down < healer monitor producer"),
                fine(
                        "the broker was silent just now, and it is too early to say anything of anybody",
                        well().withoutKafka(9_000).broker(one -> one.silent(Answer.TIMED_OUT, 1_900))),
                fine(
                        "the broker is back, and the others need a moment",
                        well().withoutKafka(20_000).broker(one -> one.upSince(6_000))),
                fine(
                        "the broker is restarted by a person and is back within five seconds",
                        well().withoutKafka(5_000)
                                .broker(one -> one.silent(Answer.REFUSED, 5_000).process("STARTING", 4_000, 1, 143))),
                sick(
                        "the broker is away and the monitor's process ended: two faults",
                        well().withoutKafka(20_000)
                                .broker(one -> one.silent(Answer.REFUSED, 20_000))
                                .monitor(
                                        one -> one.silent(Answer.REFUSED, 3_000).process("BACKING_OFF", 900, 1, 137)),
                        "monitor crashed",
                        "broker broker-down < healer producer"),
                sick(
                        "a hang while the broker is away is not told apart from it",
                        well().withoutKafka(20_000)
                                .broker(one -> one.silent(Answer.REFUSED, 20_000))
                                .monitor(one -> one.silent(Answer.TIMED_OUT, 20_000)),
                        "broker broker-down < healer monitor producer"),
                sick(
                        "a crashed monitor does not blame the broker",
                        well().monitor(one -> one.silent(Answer.REFUSED, 3_000)
                                .mute(3_000)
                                .stopsMoving(3_000)
                                .process("BACKING_OFF", 900, 1, 1)),
                        "monitor crashed"),
                sick(
                        "a broker that answers far slower than usual",
                        well().broker(one -> one.slow(1_000, 20)),
                        "broker broker-slow"),
                fine("a broker that answers in just less than a second", well().broker(one -> one.slow(999, 20))),
                sick(
                        "a slow broker explains pipelines that stand still",
                        well().broker(one -> one.slow(2_000, 20)).monitor(one -> one.still(1, 9_000)),
                        "broker broker-slow < monitor"),
                sick(
                        "it leaves questions unanswered while heartbeats come through it",
                        well().broker(one -> one.silent(Answer.TIMED_OUT, 4_000)),
                        "broker broker-slow"),
                sick(
                        "all pipelines stand still at once",
                        well().monitor(one -> one.stopsMoving(9_000)).healer(one -> one.stopsMoving(9_000)),
                        "broker broker-slow < healer monitor"),
                sick(
                        "one stands still while the other goes on",
                        well().monitor(one -> one.stopsMoving(9_000)),
                        "monitor stalled-pipeline"),
                sick(
                        "a database that is down explains the monitor's readiness",
                        well().database(one -> one.silent(Answer.REFUSED, 3_000))
                                .monitor(one -> one.unready(3_000)),
                        "database database-down < monitor"),
                fine(
                        "the monitor has just been started, and opens its database",
                        well().database(one -> one.silent(Answer.REFUSED, 30_000))
                                .monitor(one -> one.upSince(2_000))),
                sick(
                        "the same while the monitor is still ready",
                        well().database(one -> one.silent(Answer.REFUSED, 3_000)),
                        "database database-down"),
                sick(
                        "a database that is down explains no pipeline that stands still",
                        well().database(one -> one.silent(Answer.TIMED_OUT, 9_000))
                                .monitor(one -> one.unready(9_000).still(0, 9_000)),
                        "database database-down",
                        "monitor stalled-pipeline"),
                fine(
                        "the database did not answer just now, and the monitor's readiness waits for that",
                        well().database(one -> one.silent(Answer.REFUSED, 1_900))
                                .monitor(one -> one.unready(40_000))),
                sick(
                        "broker and database down: two roots, both explain the monitor",
                        well().withoutKafka(20_000)
                                .broker(one -> one.silent(Answer.REFUSED, 20_000))
                                .database(one -> one.silent(Answer.REFUSED, 18_000)),
                        "broker broker-down < healer monitor producer",
                        "database database-down < monitor"),
                sick(
                        "trouble follows through another service",
                        well().withoutKafka(20_000)
                                .broker(one -> one.silent(Answer.REFUSED, 20_000))
                                .add("page", new TargetBuilder("page", Role.SERVICE, "monitor").unready(20_000)),
                        "broker broker-down < healer monitor page producer"),
                sick(
                        "a service that others stand on is their root",
                        hung(9_000).add("page", new TargetBuilder("page", Role.SERVICE, "monitor").unready(40_000)),
                        "monitor hung-process < page"),
                sick(
                        "two that stand on each other are both named, rather than none",
                        well().monitor(one -> one.dependsOn("healer", "broker").unready(31_000))
                                .healer(one ->
                                        one.dependsOn("monitor", "broker").unready(30_000)),
                        "monitor unknown",
                        "healer unknown"));
    }

    static Stream<DiagnosisCase> nothing() {
        return Stream.of(
                fine("all is well", well()),
                fine("an empty snapshot", new StackBuilder()),
                fine("a target not seen yet", well().monitor(one -> one.neverSeen(59_999))),
                sick(
                        "a target never seen",
                        well().monitor(one -> one.neverSeen(60_000).unsupervised()),
                        "monitor unknown"),
                sick(
                        "a target never seen that its supervisor has up: a wrong address",
                        well().monitor(one -> one.neverSeen(60_000)),
                        "monitor misconfigured"),
                sick(
                        "a target never seen that ends again and again",
                        well().monitor(one -> one.neverSeen(60_000).process("BACKING_OFF", 900, 5, 1)),
                        "monitor crash-loop"),
                fine(
                        "the same within its grace",
                        well().monitor(one -> one.neverSeen(59_999).process("BACKING_OFF", 900, 5, 1))),
                sick(
                        "a broker never seen explains its dependents",
                        well().withoutKafka(70_000)
                                .broker(one -> one.neverSeen(70_000).unsupervised()),
                        "broker unknown < healer monitor producer"),
                fine("a broker not seen yet", well().withoutKafka(50_000).broker(one -> one.neverSeen(50_000))),
                fine("a crash in maintenance", hung(30_000).monitor(TargetBuilder::inMaintenance)),
                fine(
                        "a broker in maintenance, and those that stand on it",
                        well().withoutKafka(20_000)
                                .broker(one ->
                                        one.silent(Answer.REFUSED, 20_000).inMaintenance())),
                sick(
                        "maintenance of one does not hide another",
                        hung(30_000)
                                .monitor(TargetBuilder::inMaintenance)
                                .healer(one -> one.process("BACKING_OFF", 300, 1, 137)),
                        "healer crashed"),
                fine(
                        "this healer was paused: everything has been silent for as long",
                        well().withoutKafka(12_000)
                                .ownPause(12_000)
                                .producer(one -> one.silent(Answer.TIMED_OUT, 12_000))
                                .monitor(one -> one.silent(Answer.TIMED_OUT, 12_000))
                                .broker(one -> one.silent(Answer.TIMED_OUT, 12_000))
                                .database(one -> one.silent(Answer.TIMED_OUT, 12_000))),
                fine("heartbeats alone are no proof", well().monitor(one -> one.mute(60_000))));
    }
}
