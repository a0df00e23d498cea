package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.signals.TargetSignals;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When many targets are at fault at once, only the root is treated: the first, in the order of configuration, whose own
 * dependencies are not at fault.
 *
 * @param targets how many are many
 */
record StormGuard(int targets) implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        Set<String> sick = circumstances.sick();
        if (!intent.remedy().actsOnTarget() || sick.size() < targets) {
            return Ruling.ALLOWED;
        }
        Optional<String> root = root(circumstances);
        if (root.isEmpty() || root.get().equals(intent.target())) {
            return Ruling.ALLOWED;
        }
        return refuse(
                "%d targets are at fault at once (%s): only %s is treated until it works"
                        .formatted(sick.size(), String.join(", ", sick), root.get()),
                Ruling.UNKNOWN);
    }

    private static Optional<String> root(Circumstances circumstances) {
        List<String> blamed = circumstances.faults().stream()
                .map(Diagnosis::component)
                .filter(name -> !circumstances.inMaintenance(name))
                .toList();
        return circumstances.snapshot().targets().stream()
                .map(TargetSignals::name)
                .filter(blamed::contains)
                .filter(name -> circumstances.dependencies(name).stream().noneMatch(blamed::contains))
                .findFirst();
    }

    @Override
    public boolean bindsPersons() {
        return false;
    }

    @Override
    public String name() {
        return "storm";
    }
}
