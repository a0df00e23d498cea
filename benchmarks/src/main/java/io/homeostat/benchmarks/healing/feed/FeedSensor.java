package io.homeostat.benchmarks.healing.feed;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a sensor in advance. Immutable.
 *
 * @param id its id
 * @param group its group, {@code null} if it has none
 * @param unit its unit, {@code null} if it is not known
 * @param lowest the lowest value that it can measure, NaN if it is not known
 * @param highest the highest value that it can measure, NaN if it is not known
 * @param intervalMillis the time between two readings, 0 if it is not known
 */
public record FeedSensor(
        String id, @Nullable String group, @Nullable String unit, double lowest, double highest, long intervalMillis) {

    public FeedSensor {
        if (lowest >= highest) {
            throw new IllegalArgumentException(
                    "the min of sensor %s must be below its max, was %s..%s".formatted(id, lowest, highest));
        }
        if (intervalMillis < 0) {
            throw new IllegalArgumentException(
                    "the interval of sensor %s must not be negative, was %s ms".formatted(id, intervalMillis));
        }
    }
}
