package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * How surprising a new highest or lowest value of one statistic is. Mutable, not thread-safe; 176 bytes, whatever the
 * number of values; a comparison for most of them.
 *
 * <p><b>Idea.</b> Of n + 1 exchangeable values the last is the largest with probability 1 / (n + 1), whatever they are
 * drawn from (Rényi 1962, the theorem of records). How far it lies beyond the record before makes it rarer still: the
 * tail is taken as exponential (Pickands 1975, with shape 0), with the mean excess of the {@value #KEPT} largest as its
 * scale. Readings depend on each other and many tails are heavier than that, so the excess counts half.
 *
 * <p>A record by less than a hundredth of the span so far is none: sensors have a resolution, and sums are rounded.
 */
final class Extremes {

    /** As many extreme values as give a usable mean excess; 4 are too few, 20 are no better. */
    static final int KEPT = 10;

    /** A new extreme lies beyond the one before by at least this part of the span. */
    private static final double LEAST_EXCESS = 0.01;

    /** How much of the exponential tail is believed: 0.25 to 1 were tried, see docs/detection.md. */
    private static final double TAIL_WEIGHT = 0.5;

    /** Beyond this many scales it is rare enough: keeps the surprise finite. */
    private static final double MOST_SCALES = 50;

    private static final double LOG10_E = 0.4342944819032518;

    /** The largest values so far, from the largest down. */
    private final double[] high = new double[KEPT];

    /** The smallest values so far, negated, so from the smallest up. */
    private final double[] low = new double[KEPT];

    private long count;

    /** The sign of the last surprise: 1 above all before, -1 below, 0 for neither. */
    private int side;

    /** Takes a value, and tells its surprise: the negative decimal logarithm of its probability, 0 if it is no record. */
    double take(double value) {
        side = 0;
        double surprise = 0;
        if (count >= KEPT) {
            double span = high[0] + low[0];
            if (value - high[0] > LEAST_EXCESS * span) {
                side = 1;
                surprise = surpriseOf(high, value);
            } else if (-value - low[0] > LEAST_EXCESS * span) {
                side = -1;
                surprise = surpriseOf(low, -value);
            }
        }
        insert(high, value);
        insert(low, -value);
        count++;
        return surprise;
    }

    /** Whether the last value was a record upwards (1), downwards (-1) or none (0). */
    int side() {
        return side;
    }

    private double surpriseOf(double[] kept, double value) {
        double scale = 0;
        for (double each : kept) {
            scale += each - kept[KEPT - 1];
        }
        scale /= KEPT;
        double scales = scale > 0 ? Math.min((value - kept[0]) / scale, MOST_SCALES) : MOST_SCALES;
        return Math.log10(count + 1.0) + TAIL_WEIGHT * LOG10_E * scales;
    }

    private void insert(double[] kept, double value) {
        int filled = (int) Math.min(count, KEPT);
        if (filled == KEPT && value <= kept[KEPT - 1]) {
            return;
        }
        int at = Math.min(filled, KEPT - 1);
        while (at > 0 && kept[at - 1] < value) {
            kept[at] = kept[at - 1];
            at--;
        }
        kept[at] = value;
    }

    void copyFrom(Extremes other) {
        System.arraycopy(other.high, 0, high, 0, KEPT);
        System.arraycopy(other.low, 0, low, 0, KEPT);
        count = other.count;
        side = other.side;
    }

    void write(ByteWriter out) {
        out.writeLong(count);
        Numbers.write(out, high);
        Numbers.write(out, low);
    }

    void read(ByteReader in) {
        count = in.readLong();
        Numbers.read(in, high);
        Numbers.read(in, low);
    }
}
