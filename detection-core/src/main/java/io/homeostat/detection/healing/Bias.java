package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * How much a drifting sensor shows too much, with its trend (double exponential smoothing, Holt 1957), and when that is
 * over: by the likelihood of none against this much (a one-sided CUSUM, Page 1954). Mutable, not thread-safe; 32 bytes.
 */
final class Bias {

    private static final double GAIN = 1.0 / 15;
    private static final double TREND_GAIN = GAIN * GAIN / 3;
    private static final double RELEASED = 6;
    private static final double DECAYED = 0.6;

    private double value;
    private double trend;
    private double most;
    private double release;

    void begin(double reached) {
        value = reached;
        trend = 0;
        most = Math.abs(reached);
        release = 0;
    }

    void take(double difference, double deviation) {
        release = Math.max(0, release - value * (2 * difference - value) / (2 * deviation * deviation));
        double error = difference - value - trend;
        value += trend + GAIN * error;
        trend += TREND_GAIN * error;
        most = Math.max(most, Math.abs(value));
    }

    /** Whether none is likelier by now. */
    boolean isGone() {
        return release > RELEASED;
    }

    /** Whether it shrinks, as heat does and a drift does not. */
    boolean decays(double deviation) {
        return Math.abs(value) < DECAYED * most - deviation / 2;
    }

    double value() {
        return value;
    }

    /** Variance of the value, given the standard deviation of a difference. */
    double variance(double deviation) {
        return 1.5 * GAIN * deviation * deviation;
    }

    void write(ByteWriter out) {
        out.writeDouble(value);
        out.writeDouble(trend);
        out.writeDouble(most);
        out.writeDouble(release);
    }

    void read(ByteReader in) {
        value = in.readDouble();
        trend = in.readDouble();
        most = in.readDouble();
        release = in.readDouble();
    }
}
