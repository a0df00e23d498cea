package io.homeostat.healer.signals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All targets at one moment. Immutable.
 *
 * @param atMillis the moment, in monotonic milliseconds: no step of the system's clock moves it
 * @param targets in the order of their configuration
 * @param ownPauseMillis the longest time of the last ten seconds in which this healer itself did not run: what was not
 *     heard in that time says nothing of the others
 */
public record Snapshot(long atMillis, List<TargetSignals> targets, long ownPauseMillis) {

    public Snapshot {
        targets = List.copyOf(targets);
    }

    /** The signals of a target. */
    public Optional<TargetSignals> target(String name) {
        return targets.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The signals by name, in their order. */
    public Map<String, TargetSignals> byName() {
        Map<String, TargetSignals> named = new LinkedHashMap<>();
        targets.forEach(one -> named.put(one.name(), one));
        return named;
    }
}
