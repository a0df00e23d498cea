package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that guards look at. The ledger changes, the rest does not.
 *
 * @param snapshot all targets now
 * @param faults all that is diagnosed now
 * @param orders what people have ordered
 * @param ledger what was done lately
 */
record Circumstances(Snapshot snapshot, List<Diagnosis> faults, Orders orders, RemedyLedger ledger) {

    Circumstances {
        faults = List.copyOf(faults);
    }

    /** The targets at fault, by themselves or by somebody else's; without those on which a person works. */
    Set<String> sick() {
        Set<String> sick = new LinkedHashSet<>();
        faults.forEach(fault -> {
            sick.add(fault.component());
            sick.addAll(fault.explains());
        });
        sick.removeIf(this::inMaintenance);
        return sick;
    }

    /** Whether a person works on it. */
    boolean inMaintenance(String target) {
        Maintenance ordered = orders.maintenance().get(target);
        return (ordered != null && snapshot.atMillis() < ordered.untilMillis())
                || snapshot.target(target).map(TargetSignals::inMaintenance).orElse(false);
    }

    /** All without which a target cannot work, directly or not; never itself. */
    Set<String> dependencies(String target) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            List<String> direct = snapshot.target(open.removeFirst())
                    .map(TargetSignals::dependsOn)
                    .orElse(List.of());
            direct.stream().filter(found::add).forEach(open::addLast);
        }
        found.remove(target);
        return found;
    }
}
