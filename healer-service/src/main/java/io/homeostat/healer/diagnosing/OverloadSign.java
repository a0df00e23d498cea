package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.PartitionSignal;
import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.Role;
import java.util.Comparator;
import java.util.Optional;

/**
 * A service that is slow and goes on: more is written than it reads and it is well behind, or its answers take far longer
 * than usual. Nothing is restarted for that.
 */
final class OverloadSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.SERVICE || !scene.target().liveness().isGood()) {
            return Optional.empty();
        }
        boolean warm = scene.isState("RUNNING")
                && scene.answerableMillis() >= scene.limits().warmUp().toMillis();
        Optional<PartitionSignal> worst = scene.target().pipeline().partitions().stream()
                .filter(one -> isFallingBehind(one, scene.limits()))
                .max(Comparator.comparingLong(PartitionSignal::lag)
                        .thenComparing(PartitionSignal::topic)
                        .thenComparing(PartitionSignal::partition));
        if (warm && worst.isPresent()) {
            return worst.map(OverloadSign::behind);
        }
        return isSlow(scene.target().liveness(), scene.limits()) ? Optional.of(slow(scene)) : Optional.empty();
    }

    /** Whether answers take far longer than they usually do. */
    static boolean isSlow(Probe probe, DiagnosisLimits limits) {
        return probe.usualMillis() > 0
                && probe.recentMillis() >= limits.slowFloor().toMillis()
                && probe.recentMillis() >= limits.slowFactor() * probe.usualMillis();
    }

    private static boolean isFallingBehind(PartitionSignal one, DiagnosisLimits limits) {
        return one.readPerSecond() > 0
                && one.writtenPerSecond() > one.readPerSecond()
                && secondsBehind(one) * 1_000 >= limits.behind().toMillis();
    }

    private static double secondsBehind(PartitionSignal one) {
        return one.lag() / one.readPerSecond();
    }

    private static Suspicion behind(PartitionSignal one) {
        long behindMillis = Math.round(secondsBehind(one) * 1_000);
        return Suspicion.of(FaultKind.OVERLOADED, 0.6, 0)
                .because("On " + one.topic() + "-" + one.partition() + " it reads " + Figures.rate(one.readPerSecond())
                        + " while " + Figures.rate(one.writtenPerSecond()) + " are written: it is "
                        + Figures.count(one.lag()) + " records behind, " + Figures.time(behindMillis)
                        + " at its present speed.")
                .not("Not stalled: its position moved " + Figures.time(one.movedMillisAgo()) + " ago.");
    }

    private static Suspicion slow(Scene scene) {
        Probe liveness = scene.target().liveness();
        return Suspicion.of(FaultKind.OVERLOADED, 0.5, 0)
                .because("Its answers lately took " + Figures.time(liveness.recentMillis()) + ", usually "
                        + Figures.time(liveness.usualMillis()) + ".")
                .not("Not hung: it answered " + Figures.time(liveness.goodMillisAgo()) + " ago.");
    }
}
