package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * What a sensor's siblings say that it should read: for at most eight of them a line through what both showed (regression
 * with a prior of equal gain), joined by how well each has foretold. Mutable, not thread-safe; 500 bytes, 200 ns a reading.
 *
 * <p>A sibling that contradicts the median of all is not heard. Means are learned over days, so that a drift of hours
 * changes them little; a sibling that is itself suspected is neither heard nor learned from.
 */
final class Witnesses {

    /** More are not heard: with each the work of a reading grows, and the error shrinks only with the root. */
    static final int MOST = 8;

    private static final double MEMORY_MILLIS = 3 * 86_400_000.0;
    private static final double ERROR_GAIN = 1.0 / 1_000;
    private static final int ENOUGH = 30;

    /** The prior of equal gain counts as so many times the noise. */
    private static final double PRIOR_NOISES = 8;

    private static final double CONTRADICTION = 4;

    private final int[] sibling = new int[MOST];
    private final double[] own = new double[MOST];
    private final double[] other = new double[MOST];
    private final double[] otherSquare = new double[MOST];
    private final double[] product = new double[MOST];
    private final double[] squaredError = new double[MOST];
    private final long[] learned = new long[MOST];
    private int size;

    private final double[] said = new double[MOST];
    private final double[] level = new double[MOST];
    private final double[] sorted = new double[MOST];
    private int heard;
    private double estimate;
    private double median;
    private boolean contradicting;

    int size() {
        return size;
    }

    int sibling(int i) {
        return sibling[i];
    }

    void add(int number) {
        if (size < MOST) {
            sibling[size++] = number;
        }
    }

    /** The one that foretells worst; to be replaced where a group is larger than what is heard. */
    void replaceWorst(int number) {
        int worst = 0;
        for (int i = 0; i < size; i++) {
            if (sibling[i] == number) {
                return;
            }
            if (squaredError[i] > squaredError[worst]) {
                worst = i;
            }
        }
        sibling[worst] = number;
        own[worst] = 0;
        other[worst] = 0;
        otherSquare[worst] = 0;
        product[worst] = 0;
        squaredError[worst] = 0;
        learned[worst] = 0;
    }

    /** Asks all; the answers are in {@link #heard} and {@link #estimate}. */
    void ask(SensorTrack[] members, long timeMillis, double noise, double excuse, boolean byDeparted) {
        heard = 0;
        for (int i = 0; i < size; i++) {
            SensorTrack member = members[sibling[i]];
            said[i] = Double.NaN;
            level[i] = member.levelAt(timeMillis, byDeparted);
            if (learned[i] >= ENOUGH && !Double.isNaN(level[i])) {
                said[i] = own[i] + gain(i, noise) * (level[i] - other[i]);
                insert(said[i]);
            }
        }
        if (heard == 0) {
            estimate = Double.NaN;
            return;
        }
        median = heard % 2 == 1 ? sorted[heard / 2] : (sorted[heard / 2 - 1] + sorted[heard / 2]) / 2;
        join(excuse);
    }

    private void insert(double value) {
        int at = heard++;
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    private void join(double excuse) {
        double weights = 0;
        double sum = 0;
        int agreeing = 0;
        for (int i = 0; i < size; i++) {
            if (Double.isNaN(said[i])) {
                continue;
            }
            double variance = squaredError[i] + 1e-9;
            if (Math.abs(said[i] - median) > CONTRADICTION * Math.sqrt(variance) + excuse) {
                continue;
            }
            agreeing++;
            weights += 1 / variance;
            sum += said[i] / variance;
        }
        contradicting = 2 * agreeing <= heard;
        estimate = weights > 0 && !contradicting ? sum / weights : median;
    }

    private double gain(int i, double noise) {
        double prior = PRIOR_NOISES * noise;
        double gain = (product[i] + prior) / (otherSquare[i] + prior);
        return Math.max(0.4, Math.min(2.5, gain));
    }

    /** Whether siblings made the same move just now: then it is real. One may err, if there are more to ask. */
    boolean moveLike(double jump, SensorTrack[] members, long timeMillis) {
        int moved = 0;
        for (int i = 0; i < size; i++) {
            moved += members[sibling[i]].movedLike(jump, timeMillis) ? 1 : 0;
        }
        return moved >= (size > 2 ? 2 : 1);
    }

    /** How many were heard. */
    int heard() {
        return heard;
    }

    /** Whether so many of them contradict each other that nobody can tell who is right. */
    boolean isContradicting() {
        return contradicting && heard > 1;
    }

    /** What they say together; NaN if nobody was heard. */
    double estimate() {
        return estimate;
    }

    /** The median of what they say. */
    double median() {
        return median;
    }

    /** Learns what the sensor shows beside what its siblings did when last asked. */
    void learn(double value, double noise, double millis) {
        for (int i = 0; i < size; i++) {
            if (Double.isNaN(level[i])) {
                continue;
            }
            learned[i]++;
            double gain = Math.max(1.0 / learned[i], Math.min(0.1, millis / MEMORY_MILLIS));
            double ofOwn = value - own[i];
            double ofOther = level[i] - other[i];
            own[i] += gain * ofOwn;
            other[i] += gain * ofOther;
            otherSquare[i] = (1 - gain) * (otherSquare[i] + gain * ofOther * ofOther);
            product[i] = (1 - gain) * (product[i] + gain * ofOwn * ofOther);
            double error = value - own[i] - gain(i, noise) * (level[i] - other[i]);
            double counted = error * error;
            if (learned[i] > ENOUGH) {
                counted = Math.min(counted, 16 * squaredError[i]);
            }
            squaredError[i] += Math.max(ERROR_GAIN, 1.0 / learned[i]) * (counted - squaredError[i]);
        }
    }

    void write(ByteWriter out) {
        out.writeByte(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(sibling[i]);
            out.writeDouble(own[i]);
            out.writeDouble(other[i]);
            out.writeDouble(otherSquare[i]);
            out.writeDouble(product[i]);
            out.writeDouble(squaredError[i]);
            out.writeLong(learned[i]);
        }
    }

    void read(ByteReader in) {
        size = in.readByte();
        for (int i = 0; i < size; i++) {
            sibling[i] = in.readInt();
            own[i] = in.readDouble();
            other[i] = in.readDouble();
            otherSquare[i] = in.readDouble();
            product[i] = in.readDouble();
            squaredError[i] = in.readDouble();
            learned[i] = in.readLong();
        }
    }
}
