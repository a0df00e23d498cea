package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.expression.RollingWindow;
import io.homeostat.detection.window.Panes;

/** The panes of a {@link RollingWindow}: the newest one, which is not full yet, and those before it. Not thread-safe. */
final class RollingPanes {

    private final long paneMillis;
    private final Panes panes;
    /** The number of the newest pane, counted from the epoch. */
    private long newest = Long.MIN_VALUE;

    RollingPanes(RollingWindow window) {
        paneMillis = window.sizeMillis() / RollingWindow.PANES;
        panes = window.aggregate().panes(RollingWindow.PANES);
    }

    /** Adds a reading that is not older than the one before. */
    void add(long timeMillis, double value) {
        long pane = Math.floorDiv(timeMillis, paneMillis);
        // not by a difference of the two, which a long may not hold before the first reading
        long gone = newest < pane - panes.size() ? pane - panes.size() + 1 : newest + 1;
        for (; gone <= pane; gone++) {
            panes.clear(slot(gone));
        }
        newest = pane;
        panes.add(slot(pane), value);
    }

    double aggregate() {
        return panes.aggregate();
    }

    private int slot(long pane) {
        return (int) Math.floorMod(pane, (long) panes.size());
    }

    void copyFrom(RollingPanes other) {
        newest = other.newest;
        panes.copyFrom(other.panes);
    }

    void write(ByteWriter out) {
        MeasuringMemory.writeTime(out, newest);
        panes.write(out);
    }

    void read(ByteReader in) {
        newest = MeasuringMemory.readTime(in);
        panes.read(in);
    }
}
