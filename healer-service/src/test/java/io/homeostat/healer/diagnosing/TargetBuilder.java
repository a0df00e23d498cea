package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.CanarySignals;
import io.homeostat.healer.signals.HeartbeatSignals;
import io.homeostat.healer.signals.PartitionSignal;
import io.homeostat.healer.signals.PipelineSignals;
import io.homeostat.healer.signals.PipelineSignals.ThreadFailure;
import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.ProcessSignals;
import io.homeostat.healer.signals.ResourceSignals;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.TargetSignals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A target that is well, until a test says otherwise. Mutable. */
final class TargetBuilder {

    static final long HOUR = 3_600_000;
    static final ResourceSignals ROOMY = new ResourceSignals(0.4, 0.01, 10L << 30, 0.1, 0);

    private final String name;
    private final Role role;
    private List<String> dependsOn;
    private boolean seen = true;
    private long watched = HOUR;
    private boolean maintenance;
    private Probe liveness = up(HOUR, 200);
    private Probe readiness = up(HOUR, 200);
    private @Nullable String state;
    private long inState;
    private @Nullable String reason;
    private Map<String, String> threads = Map.of();
    private final Map<Integer, PartitionSignal> partitions = new TreeMap<>();
    private @Nullable ThreadFailure failure;
    private long inputStill;
    private List<String> missing = List.of();
    private CanarySignals canary = CanarySignals.NONE;
    private boolean beats;
    private long beatAge = 500;
    private double beatPhi = 0.4;
    private ResourceSignals resources = ROOMY;
    private ProcessSignals process = new ProcessSignals("UP", HOUR, 4_711L, 0, null, false);
    private long changed = Long.MAX_VALUE;

    TargetBuilder(String name, Role role, String... dependsOn) {
        this.name = name;
        this.role = role;
        this.dependsOn = List.of(dependsOn);
    }

    private static Probe up(long sinceMillis, long agoMillis) {
        return new Probe(Answer.UP, sinceMillis, agoMillis, 0.2, 12, 10, 8, 0, 10, "");
    }

    private static Probe bad(Answer answer, long millis, double phi) {
        return new Probe(answer, millis, millis, phi, 1_000, 1_000, 8, 3, 10, "it was so");
    }

    TargetBuilder withHeartbeats() {
        beats = true;
        return this;
    }

    TargetBuilder withPipeline(int partitionCount) {
        state = "RUNNING";
        inState = HOUR;
        threads = Map.of("thread-1", "RUNNING", "thread-2", "RUNNING");
        for (int partition = 0; partition < partitionCount; partition++) {
            flowing(partition, 500, 500);
        }
        canary = new CanarySignals(true, 0, 900, 60, 0);
        return this;
    }

    TargetBuilder dependsOn(String... names) {
        dependsOn = List.of(names);
        return this;
    }

    TargetBuilder neverSeen(long watchedMillis) {
        seen = false;
        watched = watchedMillis;
        beats = false;
        liveness = new Probe(Answer.REFUSED, watchedMillis, Long.MAX_VALUE, 0, 1, 0, 0, 10, 10, "refused");
        readiness = liveness;
        return this;
    }

    TargetBuilder inMaintenance() {
        maintenance = true;
        return this;
    }

    /** No good answer for so long, and phi far above its limit. */
    TargetBuilder silent(Answer answer, long millis) {
        return silent(answer, millis, 12);
    }

    TargetBuilder silent(Answer answer, long millis, double phi) {
        liveness = bad(answer, millis, phi);
        readiness = liveness;
        return this;
    }

    TargetBuilder upSince(long millis) {
        liveness = up(millis, 200);
        return this;
    }

    TargetBuilder slow(long recentMillis, long usualMillis) {
        liveness = new Probe(Answer.UP, HOUR, 200, 0.2, recentMillis, recentMillis, usualMillis, 0, 10, "");
        return this;
    }

    TargetBuilder unready(long millis) {
        readiness = bad(Answer.DOWN, millis, 12);
        return this;
    }

    TargetBuilder neverAskedForReadiness() {
        readiness = Probe.NOT_ASKED;
        return this;
    }

    TargetBuilder mute(long millis) {
        return mute(millis, 12);
    }

    TargetBuilder mute(long millis, double phi) {
        beatAge = millis;
        beatPhi = phi;
        return this;
    }

    TargetBuilder neverBeat() {
        beats = false;
        return this;
    }

    TargetBuilder state(String newState, long millis, @Nullable String why) {
        state = newState;
        inState = millis;
        reason = why;
        return this;
    }

    TargetBuilder noState() {
        state = null;
        inState = 0;
        return this;
    }

    TargetBuilder oneThread() {
        threads = Map.of("thread-1", "RUNNING");
        return this;
    }

    TargetBuilder threads(String first, String second) {
        threads = Map.of("thread-1", first, "thread-2", second);
        return this;
    }

    TargetBuilder failure(String error, long agoMillis, long offset, int times) {
        failure = new ThreadFailure(error, agoMillis, offset < 0 ? null : "temperature", 0, offset, times);
        return this;
    }

    TargetBuilder flowing(int partition, double read, double written) {
        return lagging(partition, 40, read, written);
    }

    TargetBuilder lagging(int partition, long lag, double read, double written) {
        return partition(new PartitionSignal(
                "temperature",
                partition,
                1_000,
                1_000 + lag,
                1_000 + lag,
                0,
                300,
                Long.MAX_VALUE,
                0,
                read,
                written,
                0));
    }

    TargetBuilder still(int partition, long millis) {
        return still(partition, millis, 0);
    }

    /** Nothing moves, and how unusual that is. */
    TargetBuilder still(int partition, long millis, double suspicion) {
        return partition(new PartitionSignal(
                "temperature", partition, 1_000, 1_250, 1_250, millis, millis, Long.MAX_VALUE, 0, 0, 30, suspicion));
    }

    /** It stands still, as it does between the steps of something slow. */
    TargetBuilder slow(int partition, long millis, double suspicion) {
        return partition(new PartitionSignal(
                "temperature", partition, 1_000, 9_000, 9_000, millis, millis, millis, 0, 30, 500, suspicion));
    }

    TargetBuilder heldBack(int partition, long millis) {
        return partition(new PartitionSignal(
                "temperature", partition, 1_000, 1_000, 1_080, 0, millis, Long.MAX_VALUE, millis, 0, 0, 0));
    }

    /** Nothing moves, since there is nothing to read. */
    TargetBuilder idle(long millis) {
        partitions.replaceAll((partition, before) -> new PartitionSignal(
                "temperature", partition, 1_000, 1_000, 1_000, 0, millis, Long.MAX_VALUE, 0, 0, 0, 0));
        return this;
    }

    TargetBuilder stopsMoving(long millis) {
        partitions.keySet().forEach(partition -> still(partition, millis));
        canary = new CanarySignals(true, millis, millis, 60, 0);
        return this;
    }

    TargetBuilder partition(PartitionSignal signal) {
        partitions.put(signal.partition(), signal);
        return this;
    }

    TargetBuilder canaryWaits(long millis) {
        canary = new CanarySignals(true, millis, millis + 1_000, 60, 0);
        return this;
    }

    TargetBuilder answersHeldBack(long millis) {
        canary = canary.heldBackFor(millis);
        return this;
    }

    TargetBuilder inputStill(long millis) {
        inputStill = millis;
        return this;
    }

    TargetBuilder missing(String... topics) {
        missing = List.of(topics);
        return this;
    }

    TargetBuilder resources(ResourceSignals now) {
        resources = now;
        return this;
    }

    TargetBuilder heap(double share, double collecting) {
        return resources(new ResourceSignals(share, collecting, 10L << 30, 0.1, 0));
    }

    TargetBuilder unsupervised() {
        process = ProcessSignals.UNKNOWN;
        return this;
    }

    TargetBuilder process(String newState, long millis, int ends, @Nullable Integer exitCode) {
        boolean runs = !newState.equals("BACKING_OFF") && !newState.equals("STOPPED");
        process = new ProcessSignals(newState, millis, runs ? 4_712L : null, ends, exitCode, false);
        return this;
    }

    /** Its life before ended because that was asked for. */
    TargetBuilder askedToEnd() {
        process = new ProcessSignals(
                process.state(),
                process.inStateMillis(),
                process.pid(),
                process.endsLately(),
                process.lastExitCode(),
                true);
        return this;
    }

    TargetBuilder changed(long agoMillis) {
        changed = agoMillis;
        return this;
    }

    TargetSignals build() {
        return new TargetSignals(
                name,
                role,
                dependsOn,
                seen,
                watched,
                liveness.isGood() ? liveness.sinceMillis() : 0,
                maintenance,
                liveness,
                readiness,
                new PipelineSignals(
                        state,
                        inState,
                        reason,
                        threads,
                        List.copyOf(partitions.values()),
                        0,
                        failure,
                        inputStill,
                        missing),
                canary,
                beats ? new HeartbeatSignals(true, beatAge, beatPhi, HOUR, resources) : HeartbeatSignals.NONE,
                process,
                changed);
    }
}
