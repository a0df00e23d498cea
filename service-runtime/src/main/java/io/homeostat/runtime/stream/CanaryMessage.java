package io.homeostat.runtime.stream;

import java.nio.ByteBuffer;

/**
 * What the healer sends through a pipeline's door to see whether it is alive: a value that must be found bad, as far as
 * its home. Immutable.
 *
 * @param number of the canary, counted by its sender
 * @param sentAtMillis when it was sent, in milliseconds since the epoch by the sender's clock
 * @param value what is to be judged
 */
public record CanaryMessage(long number, long sentAtMillis, double value) {

    static final byte KIND = 2;
    private static final int LENGTH = 1 + 8 + 8 + 8;

    /** As it goes through the door, where it may come with any key. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(KIND)
                .putLong(number)
                .putLong(sentAtMillis)
                .putDouble(value)
                .array();
    }

    static boolean isOne(byte[] value) {
        return value.length == LENGTH && value[0] == KIND;
    }

    static CanaryMessage read(byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value, 1, LENGTH - 1);
        return new CanaryMessage(in.getLong(), in.getLong(), in.getDouble());
    }
}
