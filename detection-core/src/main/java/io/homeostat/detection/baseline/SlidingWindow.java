package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * Mean and standard deviation of the last {@value #LENGTH} values. Mutable, not thread-safe; 800 bytes; two additions a
 * value, and a pass over the window once in {@value #LENGTH} values, which keeps rounding errors from adding up.
 */
final class SlidingWindow {

    /** How many values: long enough to smooth a burst, short enough to see a shift; see docs/detection.md. */
    static final int LENGTH = 96;

    private final double[] values = new double[LENGTH];
    private int next;
    private boolean full;

    /** The sums are of values less this one, so that a small spread on a large level is not lost. */
    private double anchor;

    private double sum;
    private double squares;

    void add(double value) {
        if (full) {
            double out = values[next] - anchor;
            sum -= out;
            squares -= out * out;
        }
        values[next] = value;
        double in = value - anchor;
        sum += in;
        squares += in * in;
        next++;
        if (next == LENGTH) {
            next = 0;
            full = true;
            sumAfresh();
        }
    }

    boolean isFull() {
        return full;
    }

    double mean() {
        return anchor + sum / LENGTH;
    }

    double standardDeviation() {
        double mean = sum / LENGTH;
        return Math.sqrt(Math.max(0, squares / LENGTH - mean * mean));
    }

    private void sumAfresh() {
        anchor += sum / LENGTH;
        sum = 0;
        squares = 0;
        for (double value : values) {
            double in = value - anchor;
            sum += in;
            squares += in * in;
        }
    }

    void copyFrom(SlidingWindow other) {
        System.arraycopy(other.values, 0, values, 0, LENGTH);
        next = other.next;
        full = other.full;
        anchor = other.anchor;
        sum = other.sum;
        squares = other.squares;
    }

    void write(ByteWriter out) {
        out.writeByte(next);
        out.writeByte(full ? 1 : 0);
        out.writeDouble(anchor);
        out.writeDouble(sum);
        out.writeDouble(squares);
        Numbers.write(out, values);
    }

    void read(ByteReader in) {
        next = in.readByte();
        full = in.readByte() != 0;
        anchor = in.readDouble();
        sum = in.readDouble();
        squares = in.readDouble();
        Numbers.read(in, values);
        if (next >= LENGTH) {
            throw new IllegalArgumentException("the next place must be below " + LENGTH + ", was " + next);
        }
    }
}
