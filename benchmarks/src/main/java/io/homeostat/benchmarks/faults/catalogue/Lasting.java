package io.homeostat.benchmarks.faults.catalogue;

import java.time.Duration;

/**
 * How long the cause of a fault is there. Immutable.
 *
 * @param time until {@link Injection#end} is called; zero: the harm is done at once
 * @param onlyUntilVerdict whether it ends as soon as an incident about it has a verdict
 */
public record Lasting(Duration time, boolean onlyUntilVerdict) {

    static final Lasting AT_ONCE = new Lasting(Duration.ZERO, false);

    static Lasting seconds(long seconds) {
        return new Lasting(Duration.ofSeconds(seconds), false);
    }

    static Lasting untilVerdictOrSeconds(long seconds) {
        return new Lasting(Duration.ofSeconds(seconds), true);
    }
}
