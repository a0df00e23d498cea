package io.homeostat.benchmarks.faults.judging;

import io.homeostat.benchmarks.faults.stack.SeenIncident;
import io.homeostat.benchmarks.faults.traffic.Interruption;
import io.homeostat.benchmarks.faults.traffic.Reckoning;
import java.util.List;
import java.util.Map;

/**
 * Everything that was seen of one repeat. Immutable.
 *
 * @param injectedNanos when the harm was done, by this process's monotonic clock
 * @param incidents that the healer told after that
 * @param noticedNanos when the supervisor first said that something is wrong with a process, by its name
 * @param restarts how often each process was started again; those that were not are not there
 * @param interruption how long the affected outputs stood still, the longest of them
 * @param reckoning what was lost and doubled
 * @param wellAgain whether everything was well in the end
 * @param note what else a reader should know; empty: nothing
 */
public record Observation(
        long injectedNanos,
        List<SeenIncident> incidents,
        Map<String, Long> noticedNanos,
        Map<String, Integer> restarts,
        Interruption interruption,
        Reckoning reckoning,
        boolean wellAgain,
        String note) {

    public Observation {
        incidents = List.copyOf(incidents);
        noticedNanos = Map.copyOf(noticedNanos);
        restarts = Map.copyOf(restarts);
    }
}
