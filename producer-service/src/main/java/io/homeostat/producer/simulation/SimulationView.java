package io.homeostat.producer.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as the HTTP interface shows it. Immutable.
 *
 * @param rate readings per second of all sensors together
 * @param seed what everything in it follows from; the same one gives the same readings
 * @param faultInterval the mean time between two faults at random; {@code null}: there are none
 * @param sent how many records were handed to Kafka, those about faults included
 * @param acknowledged how many of these Kafka has
 * @param openFaults how many faults have not ended
 */
record SimulationView(
        String id,
        Scenario scenario,
        String stream,
        int sensors,
        double rate,
        long seed,
        @Nullable Duration faultInterval,
        String state,
        Instant startedAt,
        long sent,
        long acknowledged,
        long failed,
        int openFaults) {}
