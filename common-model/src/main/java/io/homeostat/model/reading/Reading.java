package io.homeostat.model.reading;

/**
 * One measured value of one sensor at one event time. Immutable.
 *
 * <p>It is built once for every record in the hot path, so its parts are plain primitives and the decoder, not the
 * constructor, holds them to their ranges.
 *
 * @param sensorId the sensor, 1 to {@value #MAX_SENSOR_ID_LENGTH} characters
 * @param value the value in the stream's unit, finite
 * @param eventTimeMillis when it was taken, in milliseconds since the epoch, in the years 1970 to 9999
 * @param timeReplaced whether the time that came with it lay too far in the future and was replaced by the record's
 */
public record Reading(String sensorId, double value, long eventTimeMillis, boolean timeReplaced) implements Decoding {

    /** The longest sensor id that is let in, in characters. */
    public static final int MAX_SENSOR_ID_LENGTH = 128;

    /** The sensor id of a reading that names none. */
    public static final String DEFAULT_SENSOR_ID = "default";
}
