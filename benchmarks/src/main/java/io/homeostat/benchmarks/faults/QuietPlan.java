package io.homeostat.benchmarks.faults;

import io.homeostat.benchmarks.Arguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How long nothing is done to the stack but traffic. Immutable.
 *
 * @param ordinary for how long at the ordinary rate
 * @param ordinaryRate readings a second
 * @param busy for how long afterwards at the fast rate
 * @param busyRate readings a second
 * @param burners how many threads keep the cores busy meanwhile
 * @param modules the folder in which the modules' {@code target} folders lie
 */
record QuietPlan(Duration ordinary, int ordinaryRate, Duration busy, int busyRate, int burners, Path modules) {

    private static final Set<String> KNOWN =
            Set.of("minutes", "rate", "busy-minutes", "busy-rate", "burners", "modules");

    static QuietPlan of(String[] arguments) {
        Arguments given = new Arguments(arguments, KNOWN);
        return new QuietPlan(
                Duration.ofMinutes(given.number("minutes", 105, 0)),
                (int) given.number("rate", 200, 1),
                Duration.ofMinutes(given.number("busy-minutes", 15, 0)),
                (int) given.number("busy-rate", 20_000, 1),
                (int) given.number("burners", 2, 0),
                FaultsPlan.modules(given.text("modules")));
    }
}
