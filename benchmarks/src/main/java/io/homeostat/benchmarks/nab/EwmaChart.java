package io.homeostat.benchmarks.nab;

/**
 * An exponentially weighted control chart (Roberts 1959): how many standard deviations a value lies from an exponential
 * mean, z, as z / (1 + z). Mutable, not thread-safe.
 */
final class EwmaChart implements Detector {

    private static final double GAIN = 0.05;
    private static final int WARM_UP = 20;

    private double mean;
    private double variance;
    private long count;

    @Override
    public double take(long timeMillis, double value) {
        if (!Double.isFinite(value)) {
            return 0;
        }
        double deviation = count == 0 ? 0 : value - mean;
        double score = 0;
        if (count >= WARM_UP && variance > 0) {
            double sigmas = Math.abs(deviation) / Math.sqrt(variance);
            score = sigmas / (1 + sigmas);
        }
        count++;
        double gain = Math.max(GAIN, 1.0 / count);
        mean = count == 1 ? value : mean + gain * deviation;
        variance = (1 - gain) * (variance + gain * deviation * deviation);
        return score;
    }
}
