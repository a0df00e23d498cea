package io.homeostat.detection.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link ByteWriter} wrote. Every method throws {@link IndexOutOfBoundsException} where the bytes end too
 * early. Not thread-safe.
 */
public final class ByteReader {

    private final byte[] bytes;
    private int at;

    /** A reader that begins at the first byte. */
    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads 8 bits, as a number from 0 to 255. */
    public int readByte() {
        return bytes[at++] & 0xFF;
    }

    /** Reads a number of 1 to 10 bytes. */
    public long readLong() {
        long read = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte next = bytes[at++];
            read |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (read >>> 1) ^ -(read & 1);
            }
        }
        throw new IllegalArgumentException("a number must end within 10 bytes, byte " + at + " goes on");
    }

    /** Reads a number that must fit into an int. */
    public int readInt() {
        return Math.toIntExact(readLong());
    }

    /** Reads a number of 8 bytes. */
    public long readFixedLong() {
        long read = 0;
        for (int i = 0; i < 8; i++) {
            read = (read << 8) | (bytes[at++] & 0xFF);
        }
        return read;
    }

    /** Reads a number of 4 bytes. */
    public int readFixedInt() {
        int read = 0;
        for (int i = 0; i < 4; i++) {
            read = (read << 8) | (bytes[at++] & 0xFF);
        }
        return read;
    }

    /** Reads a double. */
    public double readDouble() {
        return Double.longBitsToDouble(readFixedLong());
    }

    /** Reads a text. */
    public String readText() {
        int length = readInt();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Reads a block as bytes of its own. */
    public byte[] readBlock() {
        int length = readByte() << 8 | readByte();
        byte[] block = Arrays.copyOfRange(bytes, at, at + length);
        if (at + length > bytes.length) {
            throw new IndexOutOfBoundsException("a block of " + length + " bytes must not end after the bytes do");
        }
        at += length;
        return block;
    }
}
