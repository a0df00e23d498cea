package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The sensor repeats its last value, moved by the magnitude. */
record Stuck() implements FaultKind {

    @Override
    public String name() {
        return "stuck";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofMinutes(1);
    }

    @Override
    public double usualMagnitude() {
        return 0;
    }

    @Override
    public Effect begin(double magnitude, RandomGenerator random) {
        return new Effect() {
            private double value = Double.NaN;

            @Override
            public Observation on(Observation seen, double progress) {
                if (Double.isNaN(value)) {
                    value = seen.reading() + magnitude;
                }
                return seen.readAs(value);
            }
        };
    }
}
