package io.homeostat.detection.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts into a buffer that grows as needed and is used again. Not thread-safe. */
public final class ByteWriter {

    private static final int LONGEST_BLOCK = 0xFFFF;

    private byte[] buffer = new byte[256];
    private int size;

    /** Forgets what was written. */
    public ByteWriter clear() {
        size = 0;
        return this;
    }

    /** How many bytes were written since it was last cleared. */
    public int size() {
        return size;
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

    /** Writes all 4 bytes of a number. */
    public void writeFixedInt(int value) {
        ensure(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
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

    /** Writes bytes as they are. */
    public void writeBytes(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** Begins a block of at most 65,535 bytes, which a reader can take or pass over as a whole. */
    public int beginBlock() {
        writeByte(0);
        writeByte(0);
        return size;
    }

    /**
     * Ends a block.
     *
     * @param begin what {@link #beginBlock} answered
     */
    public void endBlock(int begin) {
        int length = size - begin;
        if (length > LONGEST_BLOCK) {
            throw new IllegalStateException("a block must have at most " + LONGEST_BLOCK + " bytes, has " + length);
        }
        buffer[begin - 2] = (byte) (length >>> 8);
        buffer[begin - 1] = (byte) length;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, 2 * buffer.length));
        }
    }
}
