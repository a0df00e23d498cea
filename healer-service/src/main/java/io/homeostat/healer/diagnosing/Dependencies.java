package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who stands on whom, directly or by others. Immutable. Names that are no targets are passed over. */
final class Dependencies {

    private final Map<String, SortedSet<String>> reached = new TreeMap<>();

    Dependencies(Snapshot snapshot) {
        Map<String, TargetSignals> targets = snapshot.byName();
        targets.keySet().forEach(name -> reached.put(name, reachedFrom(name, targets)));
    }

    /** All without which a target cannot work, in the order of their names; not those that cannot work without it either. */
    SortedSet<String> beneath(String name) {
        SortedSet<String> beneath = new TreeSet<>(reached.getOrDefault(name, new TreeSet<>()));
        beneath.removeIf(one -> reached.getOrDefault(one, new TreeSet<>()).contains(name));
        return beneath;
    }

    private static SortedSet<String> reachedFrom(String name, Map<String, TargetSignals> targets) {
        SortedSet<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            TargetSignals target = targets.get(open.remove());
            if (target != null) {
                target.dependsOn().stream()
                        .filter(one -> targets.containsKey(one) && seen.add(one))
                        .forEach(open::add);
            }
        }
        return seen;
    }
}
