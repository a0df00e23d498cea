package io.homeostat.detection.healing;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a sensor in advance. Immutable.
 *
 * @param id its id
 * @param unit its unit, {@code null} if it is not known
 * @param lowest the lowest value that it can measure, NaN if it is not known
 * @param highest the highest value that it can measure, NaN if it is not known
 * @param intervalMillis the time between two readings, 0 if it is to be learned
 */
public record SensorProfile(String id, @Nullable String unit, double lowest, double highest, long intervalMillis) {

    public SensorProfile {
        if (lowest >= highest) {
            throw new IllegalArgumentException("the lowest value of sensor %s must be below its highest, was %s..%s"
                    .formatted(id, lowest, highest));
        }
        if (intervalMillis < 0) {
            throw new IllegalArgumentException(
                    "the interval of sensor %s must not be negative, was %d ms".formatted(id, intervalMillis));
        }
    }

    /** A sensor of which nothing is known. */
    public static SensorProfile unknown(String id) {
        return new SensorProfile(id, null, Double.NaN, Double.NaN, 0);
    }

    boolean allows(double value) {
        return !(value < lowest) && !(value > highest);
    }
}
