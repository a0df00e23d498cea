package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * Where a series is and where it goes: a local level and trend, followed by four Kalman filters side by side (Harvey 1989,
 * chapter 4) that differ in how fast the trend may change; the one whose forecasts were best lately speaks. Mutable, not
 * thread-safe; 250 bytes, some 100 ns a reading, no allocation.
 *
 * <p>Variances are kept in units of the noise, which is estimated besides from the forecast errors, so that the filters
 * need no scale. Time is counted in the series' usual interval. The trend fades, so that a forecast far ahead is flat.
 */
final class LevelFilter {

    /** How fast the trend may change: spectral density of its noise, in units of the sensor's noise. */
    private static final double[] RESTLESSNESS = {1e-6, 1e-4, 3e-3, 1e-1};

    private static final int MODELS = RESTLESSNESS.length;

    /** So much of the trend is left after one interval. */
    private static final double TREND_KEPT = 0.97;

    /** In a forecast less is left, for what is far ahead must not be worse than the level itself. */
    private static final double FORECAST_KEPT = 0.85;

    /** After so many readings it is looked how far the level has come. */
    private static final int STRIDE = 10;

    /** Beyond so many intervals a level moves more than a random walk would. */
    private static final double FARTHER = 60;

    private static final double WANDER_GAIN = 0.02;
    private static final double ERROR_GAIN = 0.02;
    private static final double NOISE_GAIN = 0.005;

    /** An error counts at most so many standard deviations, so that one wild reading does not raise the noise. */
    private static final double MOST_ERROR = 4;

    private static final double LEAST_VARIANCE = 1e-12;
    private static final double MOST_STEPS = 2_000;
    private static final double MOST_GROWTH = 60;
    private static final int FIRST = 5;
    private static final double UNKNOWN = 1e4;

    private final double[] level = new double[MODELS];
    private final double[] trend = new double[MODELS];
    private final double[] levelVariance = new double[MODELS];
    private final double[] covariance = new double[MODELS];
    private final double[] trendVariance = new double[MODELS];
    private final double[] squaredError = new double[MODELS];
    private final double[] first = new double[FIRST];
    private double noise;
    private int best = 1;
    private double wander;
    private double mark;
    private long count;

    /** How many readings it has learned since it began. */
    long count() {
        return count;
    }

    /** Variance of the sensor's noise; 0 as long as nothing is known of it. */
    double noise() {
        return noise;
    }

    /** The level that is expected some intervals after the newest reading learned. */
    double ahead(double steps) {
        return level[best] + trend[best] * reach(steps, FORECAST_KEPT);
    }

    /** Variance of what {@link #ahead} says, without the noise of a reading: it grows as the level used to wander. */
    double varianceAhead(double steps) {
        double farther = Math.max(0, steps - 1);
        return noise * levelVariance[best] + wander * farther * (1 + farther / FARTHER);
    }

    private static double reach(double steps, double kept) {
        return steps <= 1 ? steps : (1 - Math.pow(kept, steps)) / (1 - kept);
    }

    /** Begins anew at a level, with the noise that was known. */
    void restart(double value) {
        for (int i = 0; i < MODELS; i++) {
            level[i] = value;
            trend[i] = 0;
            levelVariance[i] = 1;
            covariance[i] = 0;
            trendVariance[i] = RESTLESSNESS[i] * 10;
        }
        mark = value;
    }

    /**
     * Learns a reading that came some intervals after the one before.
     *
     * @param leastNoise the variance that the sensor's rounding alone makes
     */
    void learn(double value, double steps, double leastNoise) {
        if (count < FIRST) {
            begin(value);
            return;
        }
        double step = Math.max(0, Math.min(MOST_STEPS, steps));
        count++;
        double errorGain = Math.max(ERROR_GAIN, 1.0 / count);
        double noiseGain = Math.max(NOISE_GAIN, 1.0 / count);
        int spoke = best;
        double formerNoise = Math.max(noise, leastNoise);
        for (int i = 0; i < MODELS; i++) {
            foretell(i, step);
            double innovation = levelVariance[i] + 1;
            double error = value - level[i];
            double counted = Math.min(error * error, MOST_ERROR * MOST_ERROR * formerNoise * innovation);
            squaredError[i] += errorGain * (counted - squaredError[i]);
            if (i == spoke) {
                noise = Math.max(LEAST_VARIANCE, noise + noiseGain * (counted / innovation - noise));
            }
            update(i, error, innovation);
        }
        for (int i = 0; i < MODELS; i++) {
            if (squaredError[i] < 0.98 * squaredError[best]) {
                best = i;
            }
        }
        if (count % STRIDE == 0) {
            double come = level[best] - mark;
            wander += Math.max(WANDER_GAIN, (double) STRIDE / count) * (come * come / STRIDE - wander);
            mark = level[best];
        }
    }

    /** Keeps the first values and begins at their median: the very first reading may be the fault. */
    private void begin(double value) {
        int at = (int) count++;
        while (at > 0 && first[at - 1] > value) {
            first[at] = first[at - 1];
            at--;
        }
        first[at] = value;
        double median = first[(int) count / 2];
        restart(median);
        int quarter = (int) count / 4;
        double spread = (first[(int) count - 1 - quarter] - first[quarter]) / 1.35;
        noise = Math.max(LEAST_VARIANCE, spread * spread);
    }

    /** Moves a model in time. */
    private void foretell(int i, double step) {
        double kept = step <= 1 ? 1 - (1 - TREND_KEPT) * step : Math.pow(TREND_KEPT, step);
        double reach = reach(step, TREND_KEPT);
        double grow = Math.min(step, MOST_GROWTH);
        level[i] += trend[i] * reach;
        trend[i] *= kept;
        levelVariance[i] = Math.min(
                UNKNOWN,
                levelVariance[i]
                        + 2 * reach * covariance[i]
                        + reach * reach * trendVariance[i]
                        + RESTLESSNESS[i] * step * grow * grow / 3);
        covariance[i] = kept * (covariance[i] + reach * trendVariance[i]) + RESTLESSNESS[i] * grow * grow / 2;
        trendVariance[i] = kept * kept * trendVariance[i] + RESTLESSNESS[i] * grow;
    }

    private void update(int i, double error, double innovation) {
        double levelGain = levelVariance[i] / innovation;
        double trendGain = covariance[i] / innovation;
        level[i] += levelGain * error;
        trend[i] += trendGain * error;
        trendVariance[i] = Math.max(0, trendVariance[i] - trendGain * covariance[i]);
        covariance[i] *= 1 - levelGain;
        levelVariance[i] *= 1 - levelGain;
    }

    void write(ByteWriter out) {
        for (int i = 0; i < MODELS; i++) {
            out.writeDouble(level[i]);
            out.writeDouble(trend[i]);
            out.writeDouble(levelVariance[i]);
            out.writeDouble(covariance[i]);
            out.writeDouble(trendVariance[i]);
            out.writeDouble(squaredError[i]);
        }
        out.writeDouble(noise);
        out.writeByte(best);
        out.writeLong(count);
        out.writeDouble(wander);
        out.writeDouble(mark);
        for (double each : first) {
            out.writeDouble(each);
        }
    }

    void read(ByteReader in) {
        for (int i = 0; i < MODELS; i++) {
            level[i] = in.readDouble();
            trend[i] = in.readDouble();
            levelVariance[i] = in.readDouble();
            covariance[i] = in.readDouble();
            trendVariance[i] = in.readDouble();
            squaredError[i] = in.readDouble();
        }
        noise = in.readDouble();
        best = in.readByte();
        count = in.readLong();
        wander = in.readDouble();
        mark = in.readDouble();
        for (int i = 0; i < FIRST; i++) {
            first[i] = in.readDouble();
        }
    }
}
