package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A real rise, by the magnitude at its height in the middle, and back: the sensor is right. */
record Overheating() implements FaultKind {

    @Override
    public String name() {
        return "overheating";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofMinutes(2);
    }

    @Override
    public double usualMagnitude() {
        return 15;
    }

    @Override
    public boolean isSensorFault() {
        return false;
    }

    @Override
    public Effect begin(double magnitude, RandomGenerator random) {
        return (seen, progress) -> {
            double rise = magnitude * Math.sin(Math.PI * progress);
            return new Observation(seen.truth() + rise, seen.reading() + rise);
        };
    }
}
