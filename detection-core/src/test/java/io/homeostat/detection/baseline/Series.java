package io.homeostat.detection.baseline;

import java.util.Random;

/** Made-up readings, one a minute, and what a baseline says of them. */
final class Series {

    static final long BASE_MILLIS = 1_767_571_200_000L;
    static final long MINUTE_MILLIS = 60_000;

    private Series() {}

    static long time(int index) {
        return BASE_MILLIS + index * MINUTE_MILLIS;
    }

    /** A level of 20 with a daily cycle of 5 and noise of 1, shown to a tenth. */
    static double[] daily(long seed, int length) {
        Random random = new Random(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            double angle = 2 * Math.PI * i / (24 * 60);
            values[i] = Math.rint((20 + 5 * Math.sin(angle) + random.nextGaussian()) * 10) / 10;
        }
        return values;
    }

    static double[] scores(Baseline baseline, double[] values, int from, int to) {
        double[] scores = new double[to - from];
        for (int i = from; i < to; i++) {
            scores[i - from] = baseline.take(time(i), values[i]);
        }
        return scores;
    }

    static double[] scores(Baseline baseline, double[] values) {
        return scores(baseline, values, 0, values.length);
    }
}
