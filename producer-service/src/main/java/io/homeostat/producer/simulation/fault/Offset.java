package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The sensor is off by the magnitude all the time. */
record Offset() implements FaultKind {

    @Override
    public String name() {
        return "offset";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofMinutes(1);
    }

    @Override
    public double usualMagnitude() {
        return 12;
    }

    @Override
    public Effect begin(double magnitude, RandomGenerator random) {
        return (seen, progress) -> seen.readAs(seen.reading() + magnitude);
    }
}
