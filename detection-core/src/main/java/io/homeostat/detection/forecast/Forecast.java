package io.homeostat.detection.forecast;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * Says where a series will be: by a trend over the latest readings and the season of the day, with an interval. Values far
 * beyond what is expected pull it no further than others, so that one bad reading makes no trend. Mutable, not
 * thread-safe; 200 bytes, 40 ns for a reading, nothing allocated.
 */
public final class Forecast {

    private static final long NEVER = Long.MIN_VALUE;
    /** Of so many readings a trend can be told. */
    private static final int LEAST_READINGS = 8;

    private static final double FARTHEST_DEVIATIONS = 8;
    /** What lies farther from what is expected than so many times the scale is taken for nearer. */
    private static final double FARTHEST_SCALES = 2;

    private static final double LARGEST_SCALES = 1e6;
    private static final int LOOKS = 8;

    private final double about;
    private final double scale;
    private final Trend trend;
    private final DailySeason season = new DailySeason();
    private int readings;
    private long lastMillis = NEVER;
    private long firstMillis = NEVER;

    /**
     * A forecast of nothing.
     *
     * @param about the value that is of interest
     * @param scale by how much values differ that are not hostile
     * @param fadeMillis how long readings count for the trend
     */
    public Forecast(double about, double scale, long fadeMillis) {
        this.about = about;
        this.scale = scale;
        this.trend = new Trend(fadeMillis);
    }

    /** Takes the next reading. */
    public void add(long timeMillis, double value) {
        double near = Math.max(about - LARGEST_SCALES * scale, Math.min(about + LARGEST_SCALES * scale, value));
        long after = lastMillis == NEVER ? 0 : timeMillis - lastMillis;
        if (lastMillis == NEVER) {
            firstMillis = timeMillis;
        }
        lastMillis = timeMillis;
        season.add(timeMillis, near, after);
        double seasonless = near - season.at(timeMillis);
        if (isKnown()) {
            double expected = trend.at(after);
            double most = FARTHEST_DEVIATIONS * trend.deviation() + FARTHEST_SCALES * scale;
            seasonless = Math.max(expected - most, Math.min(expected + most, seasonless));
        }
        trend.add(seasonless, after);
        readings = Math.min(LEAST_READINGS, readings + 1);
    }

    /** Whether enough was read to say anything. */
    public boolean isKnown() {
        return readings == LEAST_READINGS;
    }

    /**
     * The highest value that will be passed upwards within a time, with a certainty.
     *
     * @param deviations how many standard errors that certainty is, one-sided
     */
    public double highestPassed(long withinMillis, double deviations) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int look = 0; look <= LOOKS; look++) {
            highest = Math.max(highest, valueIn(withinMillis * look / LOOKS, -deviations));
        }
        return highest;
    }

    /** The lowest value that will be passed downwards within a time, with a certainty. */
    public double lowestPassed(long withinMillis, double deviations) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int look = 0; look <= LOOKS; look++) {
            lowest = Math.min(lowest, valueIn(withinMillis * look / LOOKS, deviations));
        }
        return lowest;
    }

    private double valueIn(long afterMillis, double deviations) {
        // no further ahead than it has looked back
        long known = Math.min(afterMillis, lastMillis - firstMillis);
        return trend.at(known) + season.at(lastMillis + known) + deviations * trend.errorAt(known);
    }

    /** Becomes the same as another of the same kind. */
    public void copyFrom(Forecast other) {
        trend.copyFrom(other.trend);
        season.copyFrom(other.season);
        readings = other.readings;
        lastMillis = other.lastMillis;
        firstMillis = other.firstMillis;
    }

    /** Writes the binary form. */
    public void write(ByteWriter out) {
        trend.write(out);
        season.write(out);
        out.writeByte(readings);
        out.writeFixedLong(lastMillis);
        out.writeFixedLong(firstMillis);
    }

    /** Reads what {@link #write} wrote. */
    public void read(ByteReader in) {
        trend.read(in);
        season.read(in);
        readings = in.readByte();
        lastMillis = in.readFixedLong();
        firstMillis = in.readFixedLong();
    }
}
