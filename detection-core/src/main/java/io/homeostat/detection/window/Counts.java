package io.homeostat.detection.window;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/** How many values there are: 1 to 5 bytes a pane. */
final class Counts extends Panes {

    Counts(int panes) {
        super(panes);
    }

    @Override
    void forget(int pane) {}

    @Override
    void put(int pane, double value, int count) {}

    @Override
    void begin() {}

    @Override
    void merge(int pane, int count) {}

    @Override
    double end(long count) {
        return count;
    }

    @Override
    void copy(int pane, Panes other) {}

    @Override
    void write(int pane, ByteWriter out) {}

    @Override
    void read(int pane, ByteReader in) {}
}
