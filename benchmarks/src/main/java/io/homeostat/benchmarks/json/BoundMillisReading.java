package io.homeostat.benchmarks.json;

import org.jspecify.annotations.Nullable;

/**
 * A reading with epoch milliseconds as data binding reads it.
 *
 * @param sensorId the sensor
 * @param temperature the value
 * @param timestamp the event time, in milliseconds since the epoch
 */
public record BoundMillisReading(
        @Nullable String sensorId, @Nullable Double temperature, long timestamp) {}
