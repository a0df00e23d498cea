package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * Keeps one story from being told many times: after a surprise the next {@value #LENGTH} readings are quiet, unless one
 * is ten times rarer still. Mutable, not thread-safe; 16 bytes. As long as the sliding window, in which what was
 * surprising is still to be seen.
 */
final class Refractory {

    static final int LENGTH = SlidingWindow.LENGTH;

    /** A surprise from here on begins a story; about one in 300 readings, all parts together. */
    private static final double BEGINS = 2.5;

    /** So much more surprising must a reading be to be told within a story. */
    private static final double RARER = 1;

    private int left;
    private double told;

    /** What is left of a reading's surprise. */
    double take(double surprise) {
        if (left > 0) {
            left--;
            if (surprise < told + RARER) {
                return 0;
            }
            told = surprise;
        } else if (surprise >= BEGINS) {
            left = LENGTH;
            told = surprise;
        }
        return surprise;
    }

    void copyFrom(Refractory other) {
        left = other.left;
        told = other.told;
    }

    void write(ByteWriter out) {
        out.writeByte(left);
        out.writeDouble(told);
    }

    void read(ByteReader in) {
        left = in.readByte();
        told = in.readDouble();
    }
}
