package io.homeostat.producer.simulation;

import io.homeostat.producer.simulation.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Brings a plan's faults when they are due, those at random with exponential gaps (a Poisson process), so that they follow
 * from the seed alone. Not thread-safe.
 */
final class FaultSchedule {

    /** First coordinate of this schedule's random numbers. */
    private static final long FAULTS = -10;

    private final FaultPlan plan;
    private final long seed;
    private final Deque<FaultOrder> planned;
    private long drawn;
    private double nextRandomSeconds;

    FaultSchedule(FaultPlan plan, long seed) {
        this.plan = plan;
        this.seed = seed;
        this.planned = new ArrayDeque<>(plan.planned().stream()
                .sorted(Comparator.comparing(FaultOrder::after))
                .toList());
        this.nextRandomSeconds = plan.meanInterval() == null ? Double.POSITIVE_INFINITY : gap(plan.meanInterval());
    }

    /** The faults that have become due since the last call. */
    List<FaultOrder> dueAfter(double elapsedSeconds) {
        List<FaultOrder> due = new ArrayList<>();
        while (!planned.isEmpty() && seconds(planned.getFirst().after()) <= elapsedSeconds) {
            due.add(planned.removeFirst());
        }
        Duration mean = plan.meanInterval();
        while (mean != null && nextRandomSeconds <= elapsedSeconds) {
            due.add(random());
            nextRandomSeconds += gap(mean);
        }
        return due;
    }

    private FaultOrder random() {
        long draw = drawn++;
        FaultKind kind = plan.kinds()
                .get((int) (Noise.uniform(seed, FAULTS, 3 * draw) * plan.kinds().size()));
        double severity = Noise.uniform(seed, FAULTS, 3 * draw + 1, 0.8, 1.2);
        Duration after = Duration.ofMillis(Math.round(nextRandomSeconds * 1000));
        return new FaultOrder(after, null, kind, kind.usualDuration(), kind.usualMagnitude() * severity);
    }

    private double gap(Duration mean) {
        return -seconds(mean) * Math.log1p(-Noise.uniform(seed, FAULTS, 3 * drawn + 2));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
