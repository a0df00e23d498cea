package io.homeostat.healer.watching;

import java.util.Arrays;

/**
 * Says how suspicious a silence is, by how regular the signs of life were before: the phi accrual failure detector of
 * Hayashibara et al., "The φ Accrual Failure Detector" (SRDS 2004), with the intervals taken as normally distributed.
 * What is normal is learned of the last {@value #WINDOW} intervals, so that a loaded machine raises no false alarm. Pure;
 * not thread-safe; constant time.
 */
final class PhiAccrual {

    static final int WINDOW = 200;
    private static final int ENOUGH = 5;

    /** The steadiest machine still has so much jitter. */
    private static final double LEAST_DEVIATION_MILLIS = 100;

    private static final double MOST = 100;

    private final long[] intervals = new long[WINDOW];
    private int size;
    private int next;
    private double sum;
    private double sumOfSquares;
    private long lastMillis = Long.MIN_VALUE;

    /** A sign of life came. */
    void heard(long nowMillis) {
        if (lastMillis != Long.MIN_VALUE) {
            add(Math.max(0, nowMillis - lastMillis));
        }
        lastMillis = nowMillis;
    }

    /** It was silent because there was nothing to say: what comes next is counted from now. */
    void rested(long nowMillis) {
        lastMillis = nowMillis;
    }

    /** What is heard from now on has nothing to do with what was before: the process was started again. */
    void forget() {
        size = 0;
        next = 0;
        sum = 0;
        sumOfSquares = 0;
        lastMillis = Long.MIN_VALUE;
        Arrays.fill(intervals, 0);
    }

    /** Phi: the negative decimal logarithm of the chance that a sign still comes, 0 to 100; 0 before enough was heard. */
    double phi(long nowMillis) {
        if (size < ENOUGH) {
            return 0;
        }
        double mean = sum / size;
        double deviation = Math.max(LEAST_DEVIATION_MILLIS, Math.sqrt(Math.max(0, sumOfSquares / size - mean * mean)));
        double y = (nowMillis - lastMillis - mean) / deviation;
        // the logistic approximation of the normal distribution's tail, good to 1.4e-4
        double exponent = y * (1.5976 + 0.070566 * y * y);
        double phi = exponent > 200 ? exponent / Math.log(10) : Math.log10(1 + Math.exp(exponent));
        return Math.min(MOST, Math.max(0, phi));
    }

    private void add(long interval) {
        if (size == WINDOW) {
            long oldest = intervals[next];
            sum -= oldest;
            sumOfSquares -= (double) oldest * oldest;
        } else {
            size++;
        }
        intervals[next] = interval;
        next = (next + 1) % WINDOW;
        sum += interval;
        sumOfSquares += (double) interval * interval;
    }
}
