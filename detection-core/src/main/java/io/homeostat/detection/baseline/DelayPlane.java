package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * How surprising a step from one value to the next is: the map of all (value before, value) pairs so far, as bits on a
 * grid. Mutable, not thread-safe; 200 bytes; a few bit operations a value.
 *
 * <p><b>Idea.</b> A context of Smirnov's CAD OSE (2016) is what was before and what came then, in a few levels; what
 * counts is whether it was ever seen. Here the context is one step, and instead of a hash table that must know the range
 * in advance there is a plane that widens: when a value lies outside, cells are joined two by two and the width doubles,
 * exactly, so that nothing is forgotten. Of the {@value #SIDE} levels 8 to {@value #SIDE} span the values. A step is new
 * if neither its cell nor a neighbour was seen.
 *
 * <p>The probability of something new is that of Good and Turing (Good 1953): what was new so far, over all. New cells
 * come in bursts, {@value #BURST_SURPRISE} decades' worth of them to one story, and the story is what is counted.
 *
 * <p>Where the sensor's physical range is known, the plane is {@value #KNOWN_SIDE} levels over that range, fixed, and
 * a step is new if its cell is.
 */
final class DelayPlane {

    static final int SIDE = 32;
    static final int KNOWN_SIDE = 8;
    static final double BURST_SURPRISE = 1.5;

    private final boolean fixed;
    private final int side;
    private final long[] seen;
    private double origin;
    private double cell;
    private double before = Double.NaN;
    private long count;
    private long novelties;

    /** A plane that finds its range by itself. */
    DelayPlane() {
        fixed = false;
        side = SIDE;
        seen = new long[SIDE * SIDE / Long.SIZE];
    }

    /** A plane over a range that is known; the highest must be above the lowest. */
    DelayPlane(double lowest, double highest) {
        fixed = true;
        side = KNOWN_SIDE;
        seen = new long[KNOWN_SIDE * KNOWN_SIDE / Long.SIZE];
        origin = lowest;
        cell = (highest - lowest) / KNOWN_SIDE;
    }

    /** Takes a value, and tells its surprise: 0 if the step to it was seen before. */
    double take(double value) {
        double from = before;
        before = value;
        count++;
        if (Double.isNaN(from) || !reach(from, value)) {
            return 0;
        }
        int row = level(from);
        int column = level(value);
        double probability = (novelties + 0.5) / (count + 1);
        boolean novel = !isSeen(row, column);
        if (novel) {
            mark(seen, row, column);
            if (fixed || !hasSeenNeighbour(row, column)) {
                novelties++;
                return BURST_SURPRISE - Math.log10(probability);
            }
        }
        return 0;
    }

    /** Makes the plane wide enough; false as long as all values were equal. */
    private boolean reach(double from, double to) {
        if (fixed) {
            return true;
        }
        if (cell == 0) {
            if (to == from) {
                return false;
            }
            cell = Math.abs(to - from) * 2 / SIDE;
            origin = Math.min(from, to) - cell * SIDE / 4;
        }
        while (to >= origin + cell * SIDE) {
            widen(0);
        }
        while (to < origin) {
            origin -= cell * SIDE;
            widen(SIDE / 2);
        }
        return true;
    }

    private void widen(int shift) {
        long[] wider = new long[seen.length];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (isSeen(row, column)) {
                    mark(wider, row / 2 + shift, column / 2 + shift);
                }
            }
        }
        System.arraycopy(wider, 0, seen, 0, seen.length);
        cell *= 2;
    }

    private int level(double value) {
        return (int) Math.max(0, Math.min(side - 1, Math.floor((value - origin) / cell)));
    }

    private boolean hasSeenNeighbour(int row, int column) {
        for (int r = Math.max(0, row - 1); r <= Math.min(side - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(side - 1, column + 1); c++) {
                if ((r != row || c != column) && isSeen(r, c)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSeen(int row, int column) {
        int bit = row * side + column;
        return ((seen[bit / Long.SIZE] >>> bit) & 1) != 0;
    }

    private void mark(long[] cells, int row, int column) {
        int bit = row * side + column;
        cells[bit / Long.SIZE] |= 1L << bit;
    }

    void copyFrom(DelayPlane other) {
        System.arraycopy(other.seen, 0, seen, 0, seen.length);
        origin = other.origin;
        cell = other.cell;
        before = other.before;
        count = other.count;
        novelties = other.novelties;
    }

    void write(ByteWriter out) {
        out.writeDouble(origin);
        out.writeDouble(cell);
        out.writeDouble(before);
        out.writeLong(count);
        out.writeLong(novelties);
        Numbers.write(out, seen);
    }

    void read(ByteReader in) {
        origin = in.readDouble();
        cell = in.readDouble();
        before = in.readDouble();
        count = in.readLong();
        novelties = in.readLong();
        Numbers.read(in, seen);
    }
}
