package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The default targets as a test wants them to be seen. */
public final class Sights {

    private final Map<String, Sight> targets = new LinkedHashMap<>();

    /** All well; monitor and healer with one partition at 100 of 100, the producer without a pipeline to read. */
    public Sights() {
        add("database", Role.DATABASE);
        add("broker", Role.BROKER);
        add("producer", Role.SERVICE, "broker");
        add("monitor", Role.SERVICE, "broker", "database").at(100, 100);
        add("healer", Role.SERVICE, "broker").at(100, 100);
    }

    /** One target, to change how it is seen. */
    public Sight of(String name) {
        Sight sight = targets.get(name);
        if (sight == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return sight;
    }

    /** The names in their order. */
    public List<String> names() {
        return List.copyOf(targets.keySet());
    }

    /** Watches it no more. */
    public void remove(String name) {
        targets.remove(name);
    }

    /** All of them now. */
    public Snapshot at(long nowMillis) {
        return new Snapshot(
                nowMillis, targets.values().stream().map(Sight::signals).toList(), 0);
    }

    /** A fault of a target that has lasted for a time. */
    public static Diagnosis fault(String component, FaultKind kind, long sinceMillis, String... explains) {
        return new Diagnosis(component, kind, 0.9, List.of("it was seen"), List.of(), List.of(explains), sinceMillis);
    }

    private Sight add(String name, Role role, String... dependsOn) {
        Sight sight = new Sight(name, role, List.of(dependsOn));
        targets.put(name, sight);
        return sight;
    }

    /** How one target is seen. */
    public static final class Sight {

        private final String name;
        private final Role role;
        private final List<String> dependsOn;
        private final List<PartitionSignal> partitions = new ArrayList<>();
        private Answer answer = Answer.UP;
        private boolean inMaintenance;
        private CanarySignals canary = CanarySignals.NONE;
        private ProcessSignals process = ProcessSignals.UNKNOWN;

        private Sight(String name, Role role, List<String> dependsOn) {
            this.name = name;
            this.role = role;
            this.dependsOn = dependsOn;
        }

        /** What comes of asking it. */
        public Sight answers(Answer newest) {
            answer = newest;
            return this;
        }

        /** Where its only partition is, and where that ends. */
        public Sight at(long position, long stableEnd) {
            partitions.clear();
            partitions.add(new PartitionSignal(
                    "temperature", 0, position, stableEnd, stableEnd, 0, 0, Long.MAX_VALUE, 0, 0, 0, 0));
            return this;
        }

        /** Where it is cannot be seen. */
        public Sight nowhere() {
            partitions.clear();
            return this;
        }

        /** When its newest canary came through. */
        public Sight canaryAgo(long millis) {
            canary = new CanarySignals(true, 0, millis, 50, 0);
            return this;
        }

        /** Its supervisor is starting it. */
        public Sight starting() {
            process = new ProcessSignals("STARTING", 0, 1L, 1, 137, false);
            return this;
        }

        /** Whether a person works on it. */
        public Sight inMaintenance(boolean now) {
            inMaintenance = now;
            return this;
        }

        private TargetSignals signals() {
            Probe probe = new Probe(answer, 0, 0, 0, 5, 5, 5, 0, 5, "it says " + answer);
            PipelineSignals pipeline = new PipelineSignals(
                    null,
                    0,
                    null,
                    partitions.isEmpty() && role != Role.SERVICE || name.equals("producer")
                            ? Map.of()
                            : Map.of("thread-1", "RUNNING"),
                    partitions,
                    0,
                    null,
                    0,
                    List.of());
            return new TargetSignals(
                    name,
                    role,
                    dependsOn,
                    true,
                    600_000,
                    600_000,
                    inMaintenance,
                    probe,
                    probe,
                    pipeline,
                    canary,
                    HeartbeatSignals.NONE,
                    process,
                    Long.MAX_VALUE);
        }
    }
}
