package io.homeostat.detection.window;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * Readings in panes, pieces of time of the same length of which windows are put together. Of each pane just so much is
 * kept as its aggregate needs. Mutable, not thread-safe; adding and asking allocate nothing.
 */
public abstract class Panes {

    private final int[] counts;

    Panes(int panes) {
        counts = new int[panes];
    }

    /** How many panes there are. */
    public final int size() {
        return counts.length;
    }

    /** Empties a pane. */
    public final void clear(int pane) {
        if (counts[pane] != 0) {
            counts[pane] = 0;
            forget(pane);
        }
    }

    /** Adds a value to a pane. */
    public final void add(int pane, double value) {
        // what is beyond an int is counted no further: such a pane is full of whatever it is full of
        if (counts[pane] < Integer.MAX_VALUE) {
            counts[pane]++;
        }
        put(pane, value, counts[pane]);
    }

    /** How many values all panes hold together. */
    public final long count() {
        long count = 0;
        for (int pane : counts) {
            count += pane;
        }
        return count;
    }

    /** The aggregate of all values; meaningless where there are none, except for a count. */
    public final double aggregate() {
        begin();
        for (int pane = 0; pane < counts.length; pane++) {
            if (counts[pane] > 0) {
                merge(pane, counts[pane]);
            }
        }
        double result = end(count());
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, result));
    }

    /** Becomes the same as others of the same aggregate and number. */
    public final void copyFrom(Panes other) {
        for (int pane = 0; pane < counts.length; pane++) {
            clear(pane);
            counts[pane] = other.counts[pane];
            if (counts[pane] > 0) {
                copy(pane, other);
            }
        }
    }

    /** Writes the binary form. */
    public final void write(ByteWriter out) {
        for (int pane = 0; pane < counts.length; pane++) {
            out.writeLong(counts[pane]);
            if (counts[pane] > 0) {
                write(pane, out);
            }
        }
    }

    /** Reads what {@link #write(ByteWriter)} wrote. */
    public final void read(ByteReader in) {
        for (int pane = 0; pane < counts.length; pane++) {
            counts[pane] = in.readInt();
            if (counts[pane] > 0) {
                read(pane, in);
            }
        }
    }

    /** Forgets what is kept of a pane. */
    abstract void forget(int pane);

    /** Takes a value into a pane, which then holds so many. */
    abstract void put(int pane, double value, int count);

    /** Begins to ask. */
    abstract void begin();

    /** Takes a pane that is not empty into the answer. */
    abstract void merge(int pane, int count);

    /** The answer for so many values. */
    abstract double end(long count);

    abstract void copy(int pane, Panes other);

    abstract void write(int pane, ByteWriter out);

    abstract void read(int pane, ByteReader in);
}
