package io.homeostat.runtime.chaos;

import java.util.List;

/**
 * What {@code /actuator/chaos} shows. Immutable.
 *
 * @param faults the names of those that can be ordered
 * @param running those that have an effect, or will have one at the next record
 */
public record ChaosView(List<String> faults, List<RunningFault> running) {

    public ChaosView {
        faults = List.copyOf(faults);
        running = List.copyOf(running);
    }

    /**
     * A fault that runs.
     *
     * @param fault its name
     * @param elapsedMillis since it was ordered
     * @param struck how many records, connections or bytes it has taken
     */
    public record RunningFault(String fault, long elapsedMillis, long struck) {}
}
