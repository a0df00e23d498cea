package io.homeostat.producer.simulation.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * One way in which a sensor, or what it measures, goes wrong. Stateless; what a single fault has to remember is in its
 * {@link Effect}. A new kind is a type of its own and a line in {@link FaultKinds}.
 */
public interface FaultKind {

    /** Its name in requests, settings and the truth. */
    String name();

    /** How long it lasts unless told otherwise; zero: for one reading. */
    Duration usualDuration();

    /** How bad it is unless told otherwise, in the stream's unit. */
    double usualMagnitude();

    /** Whether the sensor is wrong; if not, what it measures is. */
    default boolean isSensorFault() {
        return true;
    }

    /** Begins a fault, with random numbers of its own. */
    Effect begin(double magnitude, RandomGenerator random);

    /** What one fault does to the readings of its sensor, which come to it in their order. Not thread-safe. */
    @FunctionalInterface
    interface Effect {

        /**
         * @param seen what is read without this fault
         * @param progress how much of the fault's time is over, 0 to 1
         */
        Observation on(Observation seen, double progress);
    }
}
