package io.homeostat.detection.window;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * The mean, or the standard deviation of the population: 9 to 21 bytes a pane. Each pane has its mean and the sum of the
 * squared distances from it (Welford 1962), and panes are merged as in Chan, Golub and LeVeque 1983, so that a small
 * deviation of large values is not lost.
 */
final class Moments extends Panes {

    private final boolean deviation;
    private final double[] means;
    private final double[] squares;
    private double askedMean;
    private double askedSquares;
    private long askedCount;

    Moments(int panes, boolean deviation) {
        super(panes);
        this.deviation = deviation;
        means = new double[panes];
        squares = new double[deviation ? panes : 0];
    }

    @Override
    void forget(int pane) {
        means[pane] = 0;
        if (deviation) {
            squares[pane] = 0;
        }
    }

    @Override
    void put(int pane, double value, int count) {
        double mean = means[pane];
        double moved = mean + (value / count - mean / count);
        means[pane] = moved;
        if (deviation) {
            squares[pane] += (value - mean) * (value - moved);
        }
    }

    @Override
    void begin() {
        askedMean = 0;
        askedSquares = 0;
        askedCount = 0;
    }

    @Override
    void merge(int pane, int count) {
        if (askedCount == 0) {
            askedMean = means[pane];
            askedSquares = deviation ? squares[pane] : 0;
            askedCount = count;
            return;
        }
        long together = askedCount + count;
        double share = (double) count / together;
        double distance = means[pane] - askedMean;
        if (deviation) {
            askedSquares += squares[pane] + distance * distance * askedCount * share;
        }
        askedMean += means[pane] * share - askedMean * share;
        askedCount = together;
    }

    @Override
    double end(long count) {
        return deviation ? Math.sqrt(askedSquares / count) : askedMean;
    }

    @Override
    void copy(int pane, Panes other) {
        Moments from = (Moments) other;
        means[pane] = from.means[pane];
        if (deviation) {
            squares[pane] = from.squares[pane];
        }
    }

    @Override
    void write(int pane, ByteWriter out) {
        out.writeDouble(means[pane]);
        if (deviation) {
            out.writeDouble(squares[pane]);
        }
    }

    @Override
    void read(int pane, ByteReader in) {
        means[pane] = in.readDouble();
        if (deviation) {
            squares[pane] = in.readDouble();
        }
    }
}
