package io.homeostat.detection.window;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/** The least or the greatest value: 9 to 13 bytes a pane. */
final class Extremes extends Panes {

    private final boolean greatest;
    private final double[] extremes;
    private double asked;

    Extremes(int panes, boolean greatest) {
        super(panes);
        this.greatest = greatest;
        extremes = new double[panes];
    }

    @Override
    void forget(int pane) {}

    @Override
    void put(int pane, double value, int count) {
        extremes[pane] = count == 1 ? value : further(extremes[pane], value);
    }

    @Override
    void begin() {
        asked = greatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    void merge(int pane, int count) {
        asked = further(asked, extremes[pane]);
    }

    @Override
    double end(long count) {
        return asked;
    }

    private double further(double one, double other) {
        return greatest ? Math.max(one, other) : Math.min(one, other);
    }

    @Override
    void copy(int pane, Panes other) {
        extremes[pane] = ((Extremes) other).extremes[pane];
    }

    @Override
    void write(int pane, ByteWriter out) {
        out.writeDouble(extremes[pane]);
    }

    @Override
    void read(int pane, ByteReader in) {
        extremes[pane] = in.readDouble();
    }
}
