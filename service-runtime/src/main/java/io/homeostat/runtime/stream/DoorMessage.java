package io.homeostat.runtime.stream;

import io.homeostat.model.reading.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What comes home by the door: a reading that lay on another partition, with where it came from. Its key is that by which
 * home is found, so that Java's default partitioner sends it there: the sensor id, or the group. Immutable.
 *
 * @param homeKey the sensor's group, or its id
 * @param hops how often it was sent on from where it was not at home
 * @param reading the reading
 * @param partition the partition of the stream's topic that it came in on
 * @param offset its offset there
 * @param recordTimestampMillis the time stamp of its record, in milliseconds since the epoch
 */
record DoorMessage(String homeKey, int hops, Reading reading, int partition, long offset, long recordTimestampMillis) {

    private static final byte READING = 1;
    /** One whose key is not enough: the number of hops and the sensor id follow. */
    private static final byte READING_OF_SENSOR = 2;

    private static final int FIXED_LENGTH = 1 + 4 + 8 + 8 + 8 + 8 + 1;

    byte[] key() {
        return homeKey.getBytes(StandardCharsets.UTF_8);
    }

    byte[] value() {
        boolean keyIsEnough = hops == 0 && homeKey.equals(reading.sensorId());
        byte[] sensorId = keyIsEnough ? new byte[0] : reading.sensorId().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(FIXED_LENGTH + (keyIsEnough ? 0 : 1) + sensorId.length)
                .put(keyIsEnough ? READING : READING_OF_SENSOR)
                .putInt(partition)
                .putLong(offset)
                .putLong(recordTimestampMillis)
                .putLong(reading.eventTimeMillis())
                .putDouble(reading.value())
                .put((byte) (reading.timeReplaced() ? 1 : 0));
        return keyIsEnough ? out.array() : out.put((byte) hops).put(sensorId).array();
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
        if (kind != READING && kind != READING_OF_SENSOR) {
            throw new IllegalArgumentException(
                    "a message at the door must be of kind " + READING + " or " + READING_OF_SENSOR + ", was " + kind);
        }
        int partition = in.getInt();
        long offset = in.getLong();
        long recordTimestampMillis = in.getLong();
        long eventTimeMillis = in.getLong();
        double measured = in.getDouble();
        boolean timeReplaced = in.get() == 1;
        String homeKey = new String(key, StandardCharsets.UTF_8);
        int hops = kind == READING ? 0 : in.get();
        String sensorId =
                kind == READING ? homeKey : new String(value, in.position(), in.remaining(), StandardCharsets.UTF_8);
        Reading reading = new Reading(sensorId, measured, eventTimeMillis, timeReplaced);
        return new DoorMessage(homeKey, hops, reading, partition, offset, recordTimestampMillis);
    }
}
