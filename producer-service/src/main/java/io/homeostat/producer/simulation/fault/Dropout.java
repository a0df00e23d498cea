package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The sensor sends nothing. */
record Dropout() implements FaultKind {

    @Override
    public String name() {
        return "dropout";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(30);
    }

    @Override
    public double usualMagnitude() {
        return 0;
    }

    @Override
    public Effect begin(double magnitude, RandomGenerator random) {
        return (seen, progress) -> seen.readAs(Double.NaN);
    }
}
