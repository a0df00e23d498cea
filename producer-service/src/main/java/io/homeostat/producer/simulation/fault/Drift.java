package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The sensor strays evenly, by the magnitude at the end. */
record Drift() implements FaultKind {

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofMinutes(2);
    }

    @Override
    public double usualMagnitude() {
        return 12;
    }

    @Override
    public Effect begin(double magnitude, RandomGenerator random) {
        return (seen, progress) -> seen.readAs(seen.reading() + magnitude * progress);
    }
}
