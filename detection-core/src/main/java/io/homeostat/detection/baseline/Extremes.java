package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * How surprising a new highest or lowest value of one statistic is. Mutable, not thread-safe; 210 bytes, whatever the
 * number of values; two comparisons for most of them.
 *
 * <p><b>Idea.</b> Of n + 1 exchangeable values the last is the largest with probability 1 / (n + 1), whatever they are
 * drawn from (Rényi 1962, the theorem of records). How far it lies beyond the record before makes it rarer still: the
 * tail is taken as exponential (Pickands 1975, with shape 0), with the mean excess of the {@value #KEPT} largest as its
 * scale. Readings depend on each other and many tails are heavier than that, so the excess counts less than half.
 *
 * <p>A slow change makes many small records. With a {@link Story} all records of one run are measured by what was known
 * when it began. That is for statistics that move slowly by themselves; for the others it raises several alarms where one
 * is enough.
 *
 * <p>A record by less than a hundredth of the span so far is none: sensors have a resolution, and sums are rounded.
 */
final class Extremes {

    /** As many extreme values as give a usable mean excess; 4 are too few, 7 to 13 do alike. */
    static final int KEPT = 10;

    /** A new extreme lies beyond the one before by at least this part of the span. */
    private static final double LEAST_EXCESS = 0.01;

    /** How much of the exponential tail is believed: 0.25 to 1 were tried, see docs/detection.md. */
    private static final double TAIL_WEIGHT = 0.4;

    /** Beyond this many scales it is rare enough: keeps the surprise finite. */
    private static final double MOST_SCALES = 50;

    private static final double LOG10_E = 0.4342944819032518;

    /** The largest values so far, from the largest down. */
    private final double[] high = new double[KEPT];

    /** The smallest values so far, negated, so from the smallest up. */
    private final double[] low = new double[KEPT];

    private final Story upwards;
    private final Story downwards;
    private long count;

    /** The sign of the last surprise: 1 above all before, -1 below, 0 for neither. */
    private int side;

    /**
     * Extremes of a statistic.
     *
     * @param withStories whether a run of records is measured by what was known when it began, so that a slow change adds
     *     up; otherwise each record is measured by the one before
     */
    Extremes(boolean withStories) {
        upwards = new Story(withStories);
        downwards = new Story(withStories);
    }

    /** Takes a value, and tells its surprise: the negative decimal logarithm of its probability, 0 if it is no record. */
    double take(double value) {
        side = 0;
        double surprise = 0;
        if (count >= KEPT) {
            double span = high[0] + low[0];
            if (value - high[0] > LEAST_EXCESS * span) {
                side = 1;
                surprise = surpriseOf(high, value, upwards);
            } else if (-value - low[0] > LEAST_EXCESS * span) {
                side = -1;
                surprise = surpriseOf(low, -value, downwards);
            }
        }
        insert(high, value);
        insert(low, -value);
        count++;
        upwards.pass();
        downwards.pass();
        return surprise;
    }

    /** Whether the last value was a record upwards (1), downwards (-1) or none (0). */
    int side() {
        return side;
    }

    private double surpriseOf(double[] kept, double value, Story story) {
        double scale = 0;
        for (double each : kept) {
            scale += each - kept[KEPT - 1];
        }
        scale /= KEPT;
        if (!story.goesOn()) {
            story.begin(kept[0], scale);
        }
        double scales = story.told ? story.scales(value) : scales(value - kept[0], scale);
        return Math.log10(count + 1.0) + TAIL_WEIGHT * LOG10_E * scales;
    }

    private static double scales(double excess, double scale) {
        return scale > 0 ? Math.min(excess / scale, MOST_SCALES) : MOST_SCALES;
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
        upwards.copyFrom(other.upwards);
        downwards.copyFrom(other.downwards);
        count = other.count;
        side = other.side;
    }

    void write(ByteWriter out) {
        out.writeLong(count);
        upwards.write(out);
        downwards.write(out);
        Numbers.write(out, high);
        Numbers.write(out, low);
    }

    void read(ByteReader in) {
        count = in.readLong();
        upwards.read(in);
        downwards.read(in);
        Numbers.read(in, high);
        Numbers.read(in, low);
    }

    /** What was known when a run of records began: by that they are all measured, not each by the one before. */
    private static final class Story {

        private static final int LENGTH = SlidingWindow.LENGTH;

        private final boolean told;
        private int left;
        private double record;
        private double scale;

        Story(boolean told) {
            this.told = told;
        }

        boolean goesOn() {
            return left > 0;
        }

        void begin(double recordSoFar, double scaleSoFar) {
            left = LENGTH;
            record = recordSoFar;
            scale = scaleSoFar;
        }

        double scales(double value) {
            return Extremes.scales(value - record, scale);
        }

        void pass() {
            left = Math.max(0, left - 1);
        }

        void copyFrom(Story other) {
            left = other.left;
            record = other.record;
            scale = other.scale;
        }

        void write(ByteWriter out) {
            if (told) {
                out.writeByte(left);
                out.writeDouble(record);
                out.writeDouble(scale);
            }
        }

        void read(ByteReader in) {
            if (told) {
                left = in.readByte();
                record = in.readDouble();
                scale = in.readDouble();
            }
        }
    }
}
