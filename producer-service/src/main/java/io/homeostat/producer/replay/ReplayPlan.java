package io.homeostat.producer.replay;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Reading;
import java.time.Instant;

/**
 * What one replay does. Immutable.
 *
 * @param source where the recording comes from
 * @param stream the stream that it feeds
 * @param sensorId the sensor under whose id the readings are sent
 * @param speed how much faster than recorded, up to {@value #MAX_SPEED}; 0: as fast as possible
 * @param shift what becomes of the times
 * @param fromMillis the recorded time before which nothing is sent, in milliseconds since the epoch; 0: all is
 */
record ReplayPlan(
        RecordingSource source, StreamTopics stream, String sensorId, double speed, Shift shift, long fromMillis) {

    static final double MAX_SPEED = 1e9;
    private static final double MIN_SPEED = 0.001;

    ReplayPlan {
        if (sensorId.isBlank() || sensorId.length() > Reading.MAX_SENSOR_ID_LENGTH) {
            throw new IllegalArgumentException("sensorId must be 1 to %d characters, was %d"
                    .formatted(Reading.MAX_SENSOR_ID_LENGTH, sensorId.strip().length()));
        }
        if (speed != 0 && !(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException(
                    "speed must be 0.001 to 1000000000, or 0 for as fast as possible, was " + speed);
        }
    }

    /** The same from a recorded time on. */
    ReplayPlan from(Instant recorded) {
        return new ReplayPlan(source, stream, sensorId, speed, shift, recorded.toEpochMilli());
    }
}
