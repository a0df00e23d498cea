package io.homeostat.producer.simulation;

import io.homeostat.producer.simulation.fault.FaultKind;
import io.homeostat.producer.simulation.fault.FaultKinds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is to come. Immutable.
 *
 * @param after how long after the simulation's begin, 0 or more
 * @param sensorId the sensor; {@code null}: one at random
 * @param kind the kind
 * @param duration how long it lasts, 0 (one reading) to 24 hours
 * @param magnitude how bad it is, in the stream's unit, -1,000,000 to 1,000,000
 */
record FaultOrder(Duration after, @Nullable String sensorId, FaultKind kind, Duration duration, double magnitude) {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double WORST = 1_000_000;

    FaultOrder {
        if (after.isNegative()) {
            throw new IllegalArgumentException("a fault's after must be 0 or more, was " + after);
        }
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a fault's duration must be PT0S to PT24H, was " + duration);
        }
        if (!(Math.abs(magnitude) <= WORST)) {
            throw new IllegalArgumentException("a fault's magnitude must be -1000000 to 1000000, was " + magnitude);
        }
    }

    /** An order in which what is left out is as the kind usually has it. */
    static FaultOrder of(
            @Nullable Duration after,
            @Nullable String sensorId,
            @Nullable String kindName,
            @Nullable Duration duration,
            @Nullable Double magnitude) {
        FaultKind kind = kind(kindName);
        return new FaultOrder(
                after == null ? Duration.ZERO : after,
                sensorId,
                kind,
                duration == null ? kind.usualDuration() : duration,
                magnitude == null ? kind.usualMagnitude() : magnitude);
    }

    static FaultKind kind(@Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException("a fault's kind is missing; it must be one of " + FaultKinds.names());
        }
        return FaultKinds.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a fault's kind must be one of %s, was \"%s\"".formatted(FaultKinds.names(), name)));
    }
}
