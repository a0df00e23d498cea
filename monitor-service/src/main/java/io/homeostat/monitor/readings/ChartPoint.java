package io.homeostat.monitor.readings;

import java.time.Instant;

/**
 * What a stretch of a series looked like: one reading, or several as their extremes and the last of them. Immutable.
 *
 * @param time event time of the reading, or of the stretch's beginning
 * @param min the smallest value, in the stream's unit
 * @param max the largest value, in the stream's unit
 * @param last the value of the newest reading
 */
public record ChartPoint(Instant time, double min, double max, double last) {

    static ChartPoint of(long timeMillis, double value) {
        return new ChartPoint(Instant.ofEpochMilli(timeMillis), value, value, value);
    }
}
