package io.homeostat.detection.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts into a buffer that grows as needed and is used again. Not thread-safe. */
public final class ByteWriter {

    private byte[] buffer = new byte[256];
    private int size;

    /** Forgets what was written. */
    public ByteWriter clear() {
        size = 0;
        return this;
    }

    /** What was written since it was last cleared, as an array of its own. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    /** Writes the lowest 8 bits. */
    public void writeByte(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
    }

    /** Writes a number in as few bytes as it needs, 1 to 10: small ones, positive or negative, are short (zigzag). */
    public void writeLong(long value) {
        ensure(10);
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            buffer[size++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        buffer[size++] = (byte) left;
    }

    /** Writes all 8 bytes of a number. */
    public void writeFixedLong(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    /** Writes a double without loss. */
    public void writeDouble(double value) {
        writeFixedLong(Double.doubleToRawLongBits(value));
    }

    /** Writes a text as its length and its UTF-8 bytes. */
    public void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeLong(bytes.length);
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, 2 * buffer.length));
        }
    }
}
