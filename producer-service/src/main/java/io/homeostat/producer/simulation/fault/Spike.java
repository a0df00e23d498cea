package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A single reading that is far off, by the magnitude. */
record Spike() implements FaultKind {

    @Override
    public String name() {
        return "spike";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ZERO;
    }

    @Override
    public double usualMagnitude() {
        return 15;
    }

    @Override
    public Effect begin(double magnitude, RandomGenerator random) {
        return (seen, progress) -> seen.readAs(seen.reading() + magnitude);
    }
}
