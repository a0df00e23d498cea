package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * Whether a sensor slowly leaves its siblings: means of its difference from them over quarters of an hour, a day of them,
 * and how well a ramp that began some time ago explains the newest. Mutable, not thread-safe; 470 bytes; work only at the
 * end of a quarter.
 *
 * <p>For each begin the ramp is fitted by least squares; its size over its standard error is the score (a generalised
 * likelihood ratio, Basseville and Nikiforov 1993, chapter 2). The errors of neighbouring quarters resemble each other:
 * their variance and correlation are learned from quarters that are a day old, so that no drift teaches that it is
 * usual, and so is the level from which ramps are measured.
 */
final class DriftWatch {

    static final long SLOT_MILLIS = 900_000;
    private static final int SLOTS = 96;

    /** A ramp must have lasted so many quarters: what comes faster is an event or an offset. */
    private static final int SHORTEST = 6;

    private static final double LEAST_MIDDLE = 0.3;
    private static final double MOST_MIDDLE = 0.8;
    private static final double LEAST_SIZE = 3;
    private static final double LEAST_VARIANCE = 1e-12;
    private static final double MOST_CORRELATION = 0.95;

    private static final double LEVEL_GAIN = 1.0 / 200;
    private static final double SPREAD_GAIN = 1.0 / 300;
    private static final double FIRST_CORRELATION = 0.5;
    private static final int ENOUGH = 24;

    private final float[] means = new float[SLOTS];
    private int next;
    private int size;
    private long slot = Long.MIN_VALUE;
    private double sum;
    private int count;

    private double level;
    private double variance;
    private double covariance;
    private double former = Double.NaN;
    private int learned;

    private double score;
    private double slope;
    private int length;
    private boolean growing;

    /**
     * Takes a difference; NaN closes the quarter, if it is time, and is not counted. Answers whether a quarter ended.
     *
     * @param learns whether what is a day old was healthy
     */
    boolean take(long timeMillis, double difference, boolean learns) {
        long now = Math.floorDiv(timeMillis, SLOT_MILLIS);
        boolean ended = false;
        if (now != slot) {
            if (count > 0) {
                push((float) (sum / count), learns);
                ended = true;
            }
            slot = now;
            sum = 0;
            count = 0;
        }
        if (!Double.isNaN(difference)) {
            sum += difference;
            count++;
        }
        return ended;
    }

    private void push(float mean, boolean learns) {
        if (size < SLOTS) {
            size++;
        } else if (learns) {
            learn(means[next]);
        }
        means[next] = mean;
        next = (next + 1) % SLOTS;
        search();
    }

    /** Learns a quarter that is a day old. */
    private void learn(double mean) {
        learned++;
        double error = mean - level;
        if (learned > ENOUGH) {
            double most = 3 * Math.sqrt(variance);
            error = Math.max(-most, Math.min(most, error));
        }
        level += Math.max(LEVEL_GAIN, 1.0 / learned) * error;
        double gain = Math.max(SPREAD_GAIN, 1.0 / learned);
        double counted = variance > 0 && learned > ENOUGH ? Math.min(error * error, 16 * variance) : error * error;
        variance += gain * (counted - variance);
        if (!Double.isNaN(former)) {
            double product = error * former;
            double most = 16 * Math.max(variance, 1e-12);
            covariance += gain * (Math.max(-most, Math.min(most, product)) - covariance);
        }
        former = error;
    }

    /** The level that the difference had before all of this day. */
    double level() {
        if (learned >= ENOUGH) {
            return level;
        }
        double all = level * learned;
        int older = Math.max(0, size - 8);
        for (int age = 8; age < size; age++) {
            all += mean(age);
        }
        return learned + older == 0 ? 0 : all / (learned + older);
    }

    /** Whether enough was seen, and became a day old. */
    boolean isLearned() {
        return learned >= ENOUGH;
    }

    /** Variance of a quarter's mean, from one to the other and over days. */
    double variance() {
        return variance;
    }

    private double mean(int age) {
        return means[Math.floorMod(next - 1 - age, SLOTS)];
    }

    /** Finds the begin from which a ramp explains most; the scale of the errors is the same for all begins. */
    private void search() {
        score = 0;
        growing = false;
        if (size < ENOUGH) {
            return;
        }
        double from = level();
        double values = 0;
        double ramp = 0;
        double squares = 0;
        double most = 0;
        for (int n = 1; n <= size; n++) {
            values += mean(n - 1) - from;
            ramp += values;
            squares += (double) n * n;
            if (n >= SHORTEST && ramp * ramp / squares > most) {
                most = ramp * ramp / squares;
                slope = ramp / squares;
                length = n;
            }
        }
        score = Math.signum(slope) * Math.sqrt(most) / error(from);
        // what comes at once and stays is no ramp, and what decays is an event: a ramp's middle is half of its end
        double newest = (mean(0) + mean(1)) / 2 - from;
        int half = length / 2;
        double middle = (mean(half) + mean(Math.min(size - 1, half + 1))) / 2 - from;
        double share = middle / newest;
        double scatter = Math.sqrt(Math.max(variance, LEAST_VARIANCE));
        growing = newest * slope > 0
                && share > LEAST_MIDDLE
                && share < MOST_MIDDLE
                && Math.abs(newest) > LEAST_SIZE * scatter
                && Math.abs(newest) > highestBefore(from) - scatter / 2;
    }

    /** How far two quarters of the ramp, not the newest, were from the level: an event has been farther than it is. */
    private double highestBefore(double from) {
        double highest = 0;
        for (int age = 1; age + 1 < length; age++) {
            highest = Math.max(highest, Math.signum(slope) * ((mean(age) + mean(age + 1)) / 2 - from));
        }
        return highest;
    }

    /** Standard error of a quarter beside the ramp, for ramps: larger, the more neighbours resemble each other. */
    private double error(double from) {
        double squares = 0;
        double products = 0;
        double before = 0;
        for (int age = 0; age < size; age++) {
            double foretold = age < length ? slope * (length - age) : 0;
            double rest = mean(age) - from - foretold;
            squares += rest * rest;
            products += age == 0 ? 0 : rest * before;
            before = rest;
        }
        double ofToday = squares / size;
        double resembling = products / Math.max(squares, LEAST_VARIANCE);
        double spread = learned >= ENOUGH ? Math.max(variance, ofToday) : ofToday;
        double correlation = learned >= ENOUGH
                ? Math.max(resembling, covariance / Math.max(variance, LEAST_VARIANCE))
                : Math.max(resembling, FIRST_CORRELATION);
        double bounded = Math.max(0, Math.min(MOST_CORRELATION, correlation));
        return Math.sqrt(Math.max(spread, LEAST_VARIANCE) * (1 + bounded) / (1 - bounded));
    }

    /** How many standard errors the best ramp is away from none; its sign is the drift's. */
    double score() {
        return score;
    }

    /** Whether the ramp still grows, as a drift does and an event does not. */
    boolean isGrowing() {
        return growing;
    }

    /** Where the ramp has come to, from the level. */
    double reached() {
        return size == 0 ? 0 : mean(0) - level();
    }

    /** Takes a lasting difference into the level. */
    void accept(double lasting) {
        level = level() + lasting;
        learned = Math.max(learned, ENOUGH);
        former = Double.NaN;
        forgetDay();
    }

    /** Forgets the day, not what was learned before it: what was found is over. */
    void forgetDay() {
        size = 0;
        count = 0;
        sum = 0;
        score = 0;
    }

    void write(ByteWriter out) {
        out.writeByte(size);
        for (int age = size - 1; age >= 0; age--) {
            out.writeFixedInt(Float.floatToRawIntBits((float) mean(age)));
        }
        out.writeFixedLong(slot);
        out.writeDouble(sum);
        out.writeLong(count);
        out.writeDouble(level);
        out.writeDouble(variance);
        out.writeDouble(covariance);
        out.writeDouble(former);
        out.writeLong(learned);
        out.writeDouble(score);
        out.writeDouble(slope);
        out.writeByte(length);
        out.writeByte(growing ? 1 : 0);
    }

    void read(ByteReader in) {
        size = in.readByte();
        next = size % SLOTS;
        for (int i = 0; i < size; i++) {
            means[i] = Float.intBitsToFloat(in.readFixedInt());
        }
        slot = in.readFixedLong();
        sum = in.readDouble();
        count = in.readInt();
        level = in.readDouble();
        variance = in.readDouble();
        covariance = in.readDouble();
        former = in.readDouble();
        learned = in.readInt();
        score = in.readDouble();
        slope = in.readDouble();
        length = in.readByte();
        growing = in.readByte() != 0;
    }
}
