package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.TargetSignals;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Nothing is restarted while the broker or the database on which it depends is down: it would only be down again. */
record DependencyGuard() implements Guard {

    private static final Set<FaultKind> DOWN = EnumSet.of(
            FaultKind.BROKER_DOWN,
            FaultKind.DATABASE_DOWN,
            FaultKind.CRASHED,
            FaultKind.CRASH_LOOP,
            FaultKind.HUNG_PROCESS);

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        if (!intent.remedy().isRestart()) {
            return Ruling.ALLOWED;
        }
        Optional<String> down = circumstances.dependencies(intent.target()).stream()
                .filter(name -> circumstances
                        .snapshot()
                        .target(name)
                        .map(target -> isDown(target, circumstances))
                        .orElse(false))
                .findFirst();
        return down.map(name -> refuse(
                        "no %s while %s is down, on which it depends".formatted(intent.words(), name), Ruling.UNKNOWN))
                .orElse(Ruling.ALLOWED);
    }

    private static boolean isDown(TargetSignals target, Circumstances circumstances) {
        if (target.role() == Role.SERVICE) {
            return false;
        }
        Answer answer = target.liveness().answer();
        return (answer != Answer.UP && answer != Answer.NOT_ASKED)
                || circumstances.faults().stream().anyMatch(fault -> saysDown(fault, target.name()));
    }

    private static boolean saysDown(Diagnosis fault, String name) {
        return fault.component().equals(name) && DOWN.contains(fault.kind());
    }

    @Override
    public boolean bindsPersons() {
        return false;
    }

    @Override
    public String name() {
        return "dependency";
    }
}
