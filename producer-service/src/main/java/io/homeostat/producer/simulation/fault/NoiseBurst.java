package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The sensor's noise grows to the magnitude, as a standard deviation. */
record NoiseBurst() implements FaultKind {

    @Override
    public String name() {
        return "noise-burst";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(30);
    }

    @Override
    public double usualMagnitude() {
        return 3;
    }

    @Override
    public Effect begin(double magnitude, RandomGenerator random) {
        return (seen, progress) -> seen.readAs(seen.reading() + magnitude * random.nextGaussian());
    }
}
