package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;

/** Test 7, rate of change: a value that left the one before faster than allowed is suspect. Mutable, not thread-safe; 24 bytes. */
public final class RateOfChange implements QualityTest {

    private final double mostPerSecond;
    private double last = Double.NaN;
    private long lastMillis;

    /** A test with the fastest change that is allowed, in units a second. */
    public RateOfChange(double mostPerSecond) {
        if (!(mostPerSecond > 0)) {
            throw new IllegalArgumentException("the rate allowed must be above 0, was " + mostPerSecond);
        }
        this.mostPerSecond = mostPerSecond;
    }

    @Override
    public String name() {
        return "rate-of-change";
    }

    @Override
    public QualityFlag test(long timeMillis, double value) {
        double seconds = (timeMillis - lastMillis) / 1e3;
        double rate = Math.abs(value - last) / seconds;
        last = value;
        lastMillis = timeMillis;
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING;
        }
        return rate > mostPerSecond ? QualityFlag.SUSPECT : QualityFlag.GOOD;
    }
}
