package io.homeostat.producer.simulation;

import io.homeostat.model.StreamTopics;

/**
 * What one simulation does. Immutable.
 *
 * @param scenario what is simulated
 * @param stream the stream that it feeds
 * @param sensors how many sensors there are, 1 to {@value #MAX_SENSORS}; the seed's scenario has 1
 * @param rate readings per second of all sensors together, {@value #MIN_RATE} to {@value #MAX_RATE}
 * @param seed what everything in it follows from
 * @param faults which faults come by themselves
 */
record SimulationPlan(Scenario scenario, StreamTopics stream, int sensors, double rate, long seed, FaultPlan faults) {

    static final int MAX_SENSORS = 100_000;
    static final double MIN_RATE = 0.001;
    static final double MAX_RATE = 200_000;

    SimulationPlan {
        if (sensors < 1 || sensors > MAX_SENSORS) {
            throw new IllegalArgumentException("sensors must be 1 to %d, was %d".formatted(MAX_SENSORS, sensors));
        }
        if (scenario == Scenario.SEED && sensors != 1) {
            throw new IllegalArgumentException("the seed's scenario has 1 sensor, sensors was " + sensors);
        }
        if (!(rate >= MIN_RATE && rate <= MAX_RATE)) {
            throw new IllegalArgumentException("rate must be 0.001 to 200000 readings per second, was " + rate);
        }
    }

    /** How long after one reading of a sensor its next one comes. */
    double secondsPerStep() {
        return sensors / rate;
    }

    Signal signal() {
        return switch (scenario) {
            case SEED -> new SeedSignal(seed);
            case FLEET -> new FleetSignal(seed, sensors, secondsPerStep());
        };
    }
}
