package io.homeostat.producer.simulation;

import java.time.Instant;

/**
 * A fault as the HTTP interface shows it. Immutable.
 *
 * @param start when it began; while it is {@code ORDERED}, when it was ordered
 * @param end when it ends
 */
record FaultView(String id, String sensorId, String kind, double magnitude, String state, Instant start, Instant end) {

    static FaultView of(InjectedFault fault, String sensorId) {
        return new FaultView(
                fault.id(),
                sensorId,
                fault.order().kind().name(),
                fault.order().magnitude(),
                fault.state().name(),
                Instant.ofEpochMilli(fault.startMillis()),
                Instant.ofEpochMilli(fault.endMillis()));
    }
}
