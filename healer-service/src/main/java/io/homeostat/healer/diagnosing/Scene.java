package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.PartitionSignal;
import io.homeostat.healer.signals.PipelineSignals;
import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.ResourceSignals;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One target as it stands among the others, and what its signals mean together. Immutable.
 *
 * <p>A time in which nothing was heard counts only as far as something could have been heard: this healer ran, and for what
 * comes by way of Kafka, Kafka answered.
 */
record Scene(TargetSignals target, Snapshot snapshot, DiagnosisLimits limits) {

    /** A supervisor's look and ours are not taken at the same moment. */
    private static final long APART_MILLIS = 1_000;

    /** Whoever waits for its turn for longer than this gets none. */
    private static final long LONGEST_TURN_MILLIS = 60_000;

    /** Another target in the same snapshot. */
    Scene of(TargetSignals other) {
        return new Scene(other, snapshot, limits);
    }

    SupervisorWord supervisor() {
        return new SupervisorWord(target.process());
    }

    /** What counts of a time in which this healer heard nothing. */
    long counted(long millis) {
        return Math.max(0, Math.min(millis, target.watchedMillis()) - snapshot.ownPauseMillis());
    }

    /** What counts of a time in which nothing came by way of Kafka. */
    long carried(long millis) {
        return Math.min(counted(millis), carriedMillis());
    }

    /** For how long Kafka has answered without a break and had time to settle; 0 if it does not answer. */
    long carriedMillis() {
        return broker().map(this::settledMillis).orElse(0L);
    }

    /** For how long a dependency has answered without a break and had time to settle. */
    long settledMillis(TargetSignals dependency) {
        Probe probe = dependency.liveness();
        return probe.isGood()
                ? Math.max(0, probe.sinceMillis() - limits.settling().toMillis())
                : 0;
    }

    /** The broker that it depends on, else any. */
    Optional<TargetSignals> broker() {
        Comparator<TargetSignals> own =
                Comparator.comparing(one -> !target.dependsOn().contains(one.name()));
        return snapshot.targets().stream()
                .filter(one -> one.role() == Role.BROKER)
                .min(own.thenComparing(TargetSignals::name));
    }

    /** The targets that speak by way of this broker. */
    Stream<Scene> speakers() {
        return snapshot.targets().stream()
                .map(this::of)
                .filter(one -> one.broker()
                        .filter(broker -> broker.name().equals(target.name()))
                        .isPresent());
    }

    Stream<TargetSignals> dependencies() {
        return snapshot.targets().stream().filter(one -> target.dependsOn().contains(one.name()));
    }

    /** For how long it has not said that it is well. */
    Silence silence() {
        Probe liveness = target.liveness();
        long whole = Math.min(liveness.goodMillisAgo(), target.watchedMillis());
        return new Silence(whole, counted(whole), liveness.suspicion());
    }

    /** For how long no heartbeat of it came. */
    Silence heartbeatSilence() {
        long whole = Math.min(target.heartbeat().ageMillis(), target.watchedMillis());
        return new Silence(whole, carried(whole), target.heartbeat().suspicion());
    }

    /** Whether it has answered nothing at all for longer than is usual. */
    boolean isSilent() {
        return target.seen() && target.liveness().isSilent() && silence().isUnusual(limits);
    }

    /** Whether it was asked and did not say that it is well, just now. */
    boolean isUnwell() {
        return target.liveness().answer() != Answer.NOT_ASKED
                && !target.liveness().isGood();
    }

    /** Whether its process ended and nobody has answered in its place since. */
    boolean hasEnded() {
        return supervisor().hasEnded()
                && target.liveness().goodMillisAgo() >= target.process().inStateMillis() - APART_MILLIS;
    }

    /** Whether a broker or a database does not answer, and for longer than is usual. */
    boolean isAway() {
        if (hasEnded()) {
            return true;
        }
        Silence silence = silence();
        boolean tooLong = supervisor().isToldToRestart()
                ? silence.isBeyondCeiling(limits)
                : silence.isUnusual(limits) || supervisor().isComingBack();
        return target.seen() && isUnwell() && tooLong;
    }

    /** How long ago its pipeline was seen to do something; {@link Long#MAX_VALUE} if never. */
    long movedMillisAgo() {
        long moved = target.pipeline().partitions().stream()
                .mapToLong(PartitionSignal::movedMillisAgo)
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.min(moved, target.canary().answeredMillisAgo());
    }

    /** Whether a sign of life this long ago came well after the last answer, and just now. */
    boolean isHeardInSilence(long agoMillis) {
        long floor = limits.silenceFloor().toMillis();
        return agoMillis < floor && silence().rawMillis() - agoMillis >= floor;
    }

    /** For how long its pipeline may be blamed for standing still: since it runs, answers, and Kafka has settled. */
    long answerableMillis() {
        PipelineSignals pipeline = target.pipeline();
        long runs = pipeline.state() == null ? Long.MAX_VALUE : pipeline.inStateMillis();
        long answers = target.liveness().isGood() ? target.liveness().sinceMillis() : Long.MAX_VALUE;
        return Math.min(carriedMillis(), Math.min(runs, answers));
    }

    /** What counts of the longest time for which one of its partitions has stood still with records behind it. */
    long stillMillis() {
        return target.pipeline().partitions().stream()
                .mapToLong(one -> still(one).countedMillis())
                .max()
                .orElse(0);
    }

    /**
     * Whether one of its partitions has stood still with records behind it for longer than is usual. Where a single thread
     * serves them in turns and goes on with another, it stands in a queue: that is slowness. A thread that was seen to go
     * on though it was behind is slow, and is given longer for its next step.
     */
    boolean isStalled() {
        return target.pipeline().partitions().stream()
                        .anyMatch(one -> still(one).isUnusual(limits.stallFloor(), limits.stall(), limits.phi()))
                && !servesOthers();
    }

    private boolean servesOthers() {
        return target.pipeline().threads().size() == 1
                && stillMillis() < LONGEST_TURN_MILLIS
                && target.pipeline().partitions().stream()
                        .anyMatch(one -> one.movedMillisAgo()
                                        < limits.silenceFloor().toMillis()
                                || one.movedBehindMillisAgo() < limits.stall().toMillis());
    }

    private Silence still(PartitionSignal one) {
        return one.lag() == 0
                ? new Silence(0, 0, 0)
                : new Silence(
                        one.stillMillis(), Math.min(counted(one.stillMillis()), answerableMillis()), one.suspicion());
    }

    /** Whether its pipeline runs, answers, and yet has stood still for too long. */
    boolean standsStill() {
        return isState("RUNNING") && isStalled();
    }

    boolean isState(String state) {
        return state.equals(target.pipeline().state());
    }

    /** Whether collections took so much of the last ten seconds that a stand-still in them has its reason. */
    boolean wasCollecting() {
        return resources().collectionShare() >= limits.collectorPause();
    }

    /** What it last said of its resources, unless that was long ago or in another life. */
    ResourceSignals resources() {
        boolean another = supervisor().isStarting() || supervisor().isStopping();
        boolean fresh =
                target.heartbeat().ageMillis() <= limits.silenceCeiling().toMillis();
        boolean known = target.heartbeat().seen() && !another && (fresh || isUnwell());
        return known ? target.heartbeat().resources() : ResourceSignals.UNKNOWN;
    }

    /** Whether anything at all is not as it should be, by its own word or by ours, for however short a time. */
    boolean isTroubled() {
        Probe readiness = target.readiness();
        boolean unready = readiness.answer() != Answer.NOT_ASKED && !readiness.isGood();
        boolean idle = target.pipeline().state() != null && !isState("RUNNING") && !isState("PAUSED");
        boolean mute = target.heartbeat().seen()
                && new Silence(
                                target.heartbeat().ageMillis(),
                                target.heartbeat().ageMillis(),
                                target.heartbeat().suspicion())
                        .isUnusual(limits);
        return isUnwell() || unready || idle || mute || standsStill();
    }
}
