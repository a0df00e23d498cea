package io.homeostat.monitor.past;

import io.homeostat.model.reading.ReadingDecoder;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of event time of which the readings are wanted, and where they are looked for. Immutable.
 *
 * <p>A topic can be searched by its records' timestamps only. A reading comes after its event time, except for what its
 * sensor's clock may be ahead, and within the lateness if it is to count: that is where it is looked for.
 *
 * @param from the first event time
 * @param to the last event time
 * @param warmUp for how long before {@code from} readings are wanted as well
 * @param lateness how far behind its series' newest event time a reading may come
 */
public record PastRange(Instant from, Instant to, Duration warmUp, Duration lateness) {

    public PastRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from, %s, was %s".formatted(from, to));
        }
    }

    /** Whether a reading can be of such a time: in the years 1970 to 9999. */
    public static boolean isPossible(Instant time) {
        return !time.isBefore(Instant.EPOCH)
                && !time.isAfter(Instant.ofEpochMilli(ReadingDecoder.MAX_EVENT_TIME_MILLIS));
    }

    /** The earliest event time that is wanted, in milliseconds since the epoch. */
    long wantedFromMillis() {
        return Math.max(0, from.minus(warmUp).toEpochMilli());
    }

    /** The latest event time that is wanted. */
    long wantedToMillis() {
        return to.toEpochMilli();
    }

    /** From which record's timestamp on it is looked for. */
    long searchedFromMillis() {
        return Math.max(0, wantedFromMillis() - lateness.toMillis() - ReadingDecoder.MAX_AHEAD_MILLIS);
    }

    /** Up to which record's timestamp it is looked for. */
    long searchedToMillis() {
        return wantedToMillis() + lateness.toMillis();
    }
}
