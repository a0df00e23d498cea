package io.homeostat.benchmarks.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading as data binding reads it.
 *
 * @param sensorId the sensor
 * @param temperature the value
 * @param timestamp the event time, in ISO-8601
 */
public record BoundReading(
        @Nullable String sensorId,
        @Nullable Double temperature,
        @Nullable Instant timestamp) {}
