package io.homeostat.detection.alert;

import io.homeostat.detection.condition.Reason;
import io.homeostat.detection.condition.Verdicts;

/**
 * A step that an alert took, with all that is told of it. Immutable.
 *
 * @param transition which step
 * @param atMillis its event time, in milliseconds since the epoch
 * @param byTime whether time caused it and not a reading
 * @param level the alert's level after it
 * @param measure what the condition measured; {@code NaN} where there is no such
 * @param limit the limit that belongs to the measure; infinite or {@code NaN} where there is none
 * @param reason why
 * @param partition the partition of the reading that caused it or went before it, {@link Verdicts#BY_TIME} if none did
 * @param offset that reading's offset
 */
record Step(
        Transition transition,
        long atMillis,
        boolean byTime,
        int level,
        double measure,
        double limit,
        Reason reason,
        int partition,
        long offset) {}
