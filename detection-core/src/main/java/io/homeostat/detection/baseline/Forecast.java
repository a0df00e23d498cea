package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * What is expected of the next reading, and how far off such expectations usually are. Mutable, not thread-safe; 40
 * bytes.
 *
 * <p>The season's value if one is believed, plus an exponential mean of how far the last readings were from it; without a
 * season that mean alone (simple exponential smoothing, Brown 1959). The width is the mean absolute error, each error
 * counting at most {@value #MOST_ERROR} times it, so that one wild reading does not widen the band.
 */
final class Forecast {

    /** Weight of the newest reading in the level. */
    private static final double LEVEL_GAIN = 0.1;

    private static final double WIDTH_GAIN = 0.01;
    private static final double MOST_ERROR = 5;

    /** The band in mean absolute errors to each side: 3.2 standard deviations of a normal distribution. */
    private static final double BAND = 4;

    private double level;
    private double width;
    private double usualBefore;
    private long count;

    /** The expected value, given the season's value at that time or NaN; NaN before the first reading. */
    double expected(double usual) {
        if (count == 0) {
            return Double.NaN;
        }
        // a season that comes or goes takes the level with it
        return Double.isNaN(usual) || Double.isNaN(usualBefore) ? level + zeroIfNone(usualBefore) : usual + level;
    }

    /** How far from the expected value the band reaches to each side. */
    double reach() {
        return BAND * width;
    }

    void learn(double value, double usual) {
        double error = count == 0 ? 0 : value - expected(usual);
        level = count == 0 ? value - zeroIfNone(usual) : expected(usual) + LEVEL_GAIN * error - zeroIfNone(usual);
        usualBefore = usual;
        count++;
        double size = Math.abs(error);
        double counted = width > 0 ? Math.min(size, MOST_ERROR * width) : size;
        width += Math.max(WIDTH_GAIN, 1.0 / count) * (counted - width);
    }

    private static double zeroIfNone(double usual) {
        return Double.isNaN(usual) ? 0 : usual;
    }

    void copyFrom(Forecast other) {
        level = other.level;
        width = other.width;
        usualBefore = other.usualBefore;
        count = other.count;
    }

    void write(ByteWriter out) {
        out.writeDouble(level);
        out.writeDouble(width);
        out.writeDouble(usualBefore);
        out.writeLong(count);
    }

    void read(ByteReader in) {
        level = in.readDouble();
        width = in.readDouble();
        usualBefore = in.readDouble();
        count = in.readLong();
    }
}
