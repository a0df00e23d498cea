package io.homeostat.producer.simulation;

import io.homeostat.producer.simulation.fault.FaultKind;
import io.homeostat.producer.simulation.fault.FaultKinds;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which faults come by themselves. Immutable.
 *
 * @param meanInterval the mean time between two faults at random, at least 100 ms; {@code null}: there are none
 * @param kinds the kinds of those; empty: all
 * @param planned faults at fixed times, at most 1,000
 */
record FaultPlan(@Nullable Duration meanInterval, List<FaultKind> kinds, List<FaultOrder> planned) {

    /** No fault comes by itself. */
    static final FaultPlan NONE = new FaultPlan(null, List.of(), List.of());

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final int MOST = 1_000;

    FaultPlan {
        if (meanInterval != null && meanInterval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("faults' meanInterval must be at least PT0.1S, was " + meanInterval);
        }
        if (planned.size() > MOST) {
            throw new IllegalArgumentException("at most 1000 faults can be planned, were " + planned.size());
        }
        kinds = kinds.isEmpty() ? FaultKinds.all() : List.copyOf(kinds);
        planned = List.copyOf(planned);
    }
}
