package io.homeostat.benchmarks.healing.fleet;

import java.time.Duration;
import java.util.List;

/**
 * What a simulated fleet is like. Immutable.
 *
 * @param days how long it runs
 * @param interval the time between two readings
 * @param groups the size of each group
 * @param leastNoise the smallest standard deviation of a sensor's noise
 * @param mostNoise the largest
 * @param gainSpread how far the gains of siblings lie from 1, at most
 * @param wander standard deviation of what a sensor's place does by itself, over hours
 * @param resolution what values are rounded to
 * @param faultsPerDay the mean number of faults of a sensor a day
 * @param abruptEvents the share of local events that begin within one reading
 */
public record FleetPlan(
        int days,
        Duration interval,
        List<Integer> groups,
        double leastNoise,
        double mostNoise,
        double gainSpread,
        double wander,
        double resolution,
        double faultsPerDay,
        double abruptEvents) {

    public FleetPlan {
        groups = List.copyOf(groups);
    }

    /** The plan with a name. */
    public static FleetPlan named(String name) {
        return switch (name) {
            case "usual" -> usual();
            case "rough" -> rough();
            case "slow" -> slow();
            case "fast" -> fast();
            default ->
                throw new IllegalArgumentException(
                        "--fleet must be one of usual, rough, slow, fast, was \"" + name + "\"");
        };
    }

    /** The fleet that the targets are measured on. */
    public static FleetPlan usual() {
        return new FleetPlan(
                14, Duration.ofMinutes(1), List.of(4, 5, 6, 8, 10, 2, 1, 1), 0.05, 0.3, 0.1, 0.05, 0.01, 0.6, 0.25);
    }

    /** A fleet whose siblings resemble each other less, whose places wander more and whose values are rounded coarsely. */
    public static FleetPlan rough() {
        return new FleetPlan(
                14, Duration.ofMinutes(1), List.of(4, 5, 6, 8, 10, 2, 1, 1), 0.02, 0.6, 0.4, 0.15, 0.1, 0.6, 0.5);
    }

    /** A fleet that reads every five minutes. */
    public static FleetPlan slow() {
        return new FleetPlan(
                40, Duration.ofMinutes(5), List.of(4, 5, 6, 8, 10, 2, 1, 1), 0.05, 0.3, 0.1, 0.05, 0.01, 0.3, 0.25);
    }

    /** A fleet that reads every five seconds, for a few days. */
    public static FleetPlan fast() {
        return new FleetPlan(4, Duration.ofSeconds(5), List.of(4, 6), 0.05, 0.3, 0.1, 0.05, 0.01, 1, 0.25);
    }
}
