package io.homeostat.monitor.readings;

import java.util.Arrays;
import java.util.List;

/**
 * The newest readings of a series as they came, in a ring. Not thread-safe; at most 4 KiB.
 *
 * <p>The ring is in order of arrival, because readings come only slightly out of order; who reads it sorts.
 */
final class RawTier {

    static final int CAPACITY = 256;
    private static final int FIRST_LENGTH = 16;

    private long[] timesMillis = new long[FIRST_LENGTH];
    private double[] values = new double[FIRST_LENGTH];
    private int next;
    private int size;

    void add(long timeMillis, double value) {
        if (size == timesMillis.length && size < CAPACITY) {
            grow();
        }
        timesMillis[next] = timeMillis;
        values[next] = value;
        next = next + 1 == timesMillis.length ? 0 : next + 1;
        if (size < timesMillis.length) {
            size++;
        }
    }

    void clear() {
        next = 0;
        size = 0;
    }

    /** The oldest event time held, {@link Long#MAX_VALUE} if there is none. */
    long oldestMillis() {
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            oldest = Math.min(oldest, timesMillis[i]);
        }
        return oldest;
    }

    void copyTo(List<ChartPoint> points) {
        for (int i = 0; i < size; i++) {
            points.add(ChartPoint.of(timesMillis[i], values[i]));
        }
    }

    private void grow() {
        timesMillis = Arrays.copyOf(timesMillis, size * 2);
        values = Arrays.copyOf(values, size * 2);
        next = size;
    }
}
