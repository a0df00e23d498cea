package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/** Arrays of numbers in binary form, without loss. */
final class Numbers {

    private Numbers() {}

    static void write(ByteWriter out, double[] values) {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static void read(ByteReader in, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
    }

    static void write(ByteWriter out, long[] values) {
        for (long value : values) {
            out.writeFixedLong(value);
        }
    }

    static void read(ByteReader in, long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFixedLong();
        }
    }

    /** Two to a number of 8 bytes; their count must be even. */
    static void write(ByteWriter out, float[] values) {
        for (int i = 0; i < values.length; i += 2) {
            long high = Float.floatToRawIntBits(values[i]);
            long low = Float.floatToRawIntBits(values[i + 1]) & 0xFFFF_FFFFL;
            out.writeFixedLong((high << Integer.SIZE) | low);
        }
    }

    static void read(ByteReader in, float[] values) {
        for (int i = 0; i < values.length; i += 2) {
            long pair = in.readFixedLong();
            values[i] = Float.intBitsToFloat((int) (pair >> Integer.SIZE));
            values[i + 1] = Float.intBitsToFloat((int) pair);
        }
    }
}
