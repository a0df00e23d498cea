package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * The day and the week of a series, each used only where the data has it. Mutable, not thread-safe; 1 KiB.
 *
 * <p>A season is believed after {@value #PERIODS_BEFORE_BELIEF} periods, if what it foretold left less than half of the
 * variance (the strength of a season after Wang, Smith and Hyndman 2006, from errors made before each reading was
 * learned). The week is preferred to the day if it halves the error's variance once more.
 */
final class Seasons {

    private static final int DAY_HOURS = 24;
    private static final int WEEK_HOURS = 168;
    private static final int PERIODS_BEFORE_BELIEF = 2;
    private static final double BELIEVED_SHARE = 0.5;

    /** Variance and errors are means over about so long. */
    private static final double MEMORY_MILLIS = 7 * 24 * 3_600_000.0;

    private final Season day = new Season(DAY_HOURS);
    private final Season week = new Season(WEEK_HOURS);
    private long count;
    private long firstMillis;
    private long newestMillis;
    private double mean;
    private double variance;

    /** The usual value at a time, NaN if no season is believed. */
    double usualAt(long timeMillis) {
        if (believes(week, timeMillis) && week.squaredError() < BELIEVED_SHARE * day.squaredError()) {
            return week.usualAt(timeMillis);
        }
        return believes(day, timeMillis) ? day.usualAt(timeMillis) : Double.NaN;
    }

    private boolean believes(Season season, long timeMillis) {
        return count > 0
                && timeMillis - firstMillis >= PERIODS_BEFORE_BELIEF * season.periodMillis()
                && season.squaredError() < BELIEVED_SHARE * variance;
    }

    /** Learns a reading. */
    void learn(long timeMillis, double value) {
        if (count == 0) {
            firstMillis = timeMillis;
            newestMillis = timeMillis;
            mean = value;
        }
        count++;
        long stepMillis = Math.max(0, timeMillis - newestMillis);
        newestMillis = Math.max(newestMillis, timeMillis);
        double gain = Math.max(1.0 / count, Math.min(1, stepMillis / MEMORY_MILLIS));
        double deviation = value - mean;
        mean += gain * deviation;
        variance += gain * (deviation * deviation - variance);
        day.learn(timeMillis, value, day.usualAt(timeMillis), stepMillis, gain);
        week.learn(timeMillis, value, week.usualAt(timeMillis), stepMillis, gain);
    }

    void copyFrom(Seasons other) {
        day.copyFrom(other.day);
        week.copyFrom(other.week);
        count = other.count;
        firstMillis = other.firstMillis;
        newestMillis = other.newestMillis;
        mean = other.mean;
        variance = other.variance;
    }

    void write(ByteWriter out) {
        out.writeLong(count);
        out.writeLong(firstMillis);
        out.writeLong(newestMillis);
        out.writeDouble(mean);
        out.writeDouble(variance);
        day.write(out);
        week.write(out);
    }

    void read(ByteReader in) {
        count = in.readLong();
        firstMillis = in.readLong();
        newestMillis = in.readLong();
        mean = in.readDouble();
        variance = in.readDouble();
        day.read(in);
        week.read(in);
    }
}
