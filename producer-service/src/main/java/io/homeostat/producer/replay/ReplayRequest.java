package io.homeostat.producer.replay;

import io.homeostat.producer.answering.Streams;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is asked for with: the sensor, and one of file and bundled; the rest may be left out. Immutable.
 *
 * @param file the name of a file in the folder of the settings
 * @param bundled the name of a bundled recording
 * @param sensorId the sensor under whose id the readings are sent
 * @param speed how much faster than recorded; 0, or left out: as fast as possible
 * @param shift {@code end-now} (unless told otherwise) or {@code none}
 * @param stream the stream; the first unless told otherwise
 */
record ReplayRequest(
        @Nullable String file,
        @Nullable String bundled,
        @Nullable String sensorId,
        @Nullable Double speed,
        @Nullable String shift,
        @Nullable String stream) {

    /**
     * The plan for one of the recordings that are there.
     *
     * @throws IllegalArgumentException if something is not allowed
     */
    ReplayPlan plan(RecordingFolder recordings, Streams streams) {
        if (file != null && bundled == null) {
            return plan(recordings.file(file), streams);
        }
        if (bundled != null && file == null) {
            return plan(recordings.bundled(bundled), streams);
        }
        throw new IllegalArgumentException("exactly one of file and bundled must be given");
    }

    /** The plan for a recording. */
    ReplayPlan plan(RecordingSource source, Streams streams) {
        if (sensorId == null) {
            throw new IllegalArgumentException("sensorId is missing; it must be 1 to 128 characters");
        }
        return new ReplayPlan(
                source,
                streams.named(stream),
                sensorId,
                speed == null ? 0 : speed,
                shift == null ? Shift.END_NOW : Shift.of(shift),
                0);
    }
}
