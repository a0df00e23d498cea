package io.homeostat.runtime.stream;

import io.homeostat.model.reading.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What comes home by the door: a reading that lay on another partition, with where it came from. Its key is the sensor
 * id, so that Java's default partitioner sends it home. Immutable.
 *
 * @param reading the reading
 * @param partition the partition of the stream's topic that it came in on
 * @param offset its offset there
 * @param recordTimestampMillis the time stamp of its record, in milliseconds since the epoch
 */
record DoorMessage(Reading reading, int partition, long offset, long recordTimestampMillis) {

    private static final byte READING = 1;
    private static final int FIXED_LENGTH = 1 + 4 + 8 + 8 + 8 + 8 + 1;

    byte[] key() {
        return reading.sensorId().getBytes(StandardCharsets.UTF_8);
    }

    byte[] value() {
        return ByteBuffer.allocate(FIXED_LENGTH)
                .put(READING)
                .putInt(partition)
                .putLong(offset)
                .putLong(recordTimestampMillis)
                .putLong(reading.eventTimeMillis())
                .putDouble(reading.value())
                .put((byte) (reading.timeReplaced() ? 1 : 0))
                .array();
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is of a kind that this version does not know
     */
    static DoorMessage read(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null || value == null) {
            throw new IllegalArgumentException("a message at the door must have a key and a value");
        }
        ByteBuffer in = ByteBuffer.wrap(value);
        byte kind = in.get();
        if (kind != READING) {
            throw new IllegalArgumentException("a message at the door must be of kind " + READING + ", was " + kind);
        }
        int partition = in.getInt();
        long offset = in.getLong();
        long recordTimestampMillis = in.getLong();
        long eventTimeMillis = in.getLong();
        double measured = in.getDouble();
        String sensorId = new String(key, StandardCharsets.UTF_8);
        Reading reading = new Reading(sensorId, measured, eventTimeMillis, in.get() == 1);
        return new DoorMessage(reading, partition, offset, recordTimestampMillis);
    }
}
