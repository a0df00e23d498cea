package io.homeostat.detection.quality;

import java.util.Arrays;

/** The newest values with their times, as many as fit. Mutable, not thread-safe; 16 bytes a value. */
final class NewestValues {

    static final int MOST = 256;

    private final double[] values;
    private final long[] times;
    private int next;
    private int size;

    NewestValues(int capacity) {
        if (capacity < 1 || capacity > MOST) {
            throw new IllegalArgumentException("a window must hold 1 to %d readings, was %d".formatted(MOST, capacity));
        }
        values = new double[capacity];
        times = new long[capacity];
        Arrays.fill(values, Double.NaN);
    }

    void add(long timeMillis, double value) {
        values[next] = value;
        times[next] = timeMillis;
        next = (next + 1) % values.length;
        size = Math.min(size + 1, values.length);
    }

    boolean isFull() {
        return size == values.length;
    }

    /** Highest less lowest of the values younger than a time, NaN if there is none; gaps are passed over. */
    double range(long afterMillis) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (times[i] > afterMillis && !Double.isNaN(values[i])) {
                lowest = Math.min(lowest, values[i]);
                highest = Math.max(highest, values[i]);
            }
        }
        return lowest <= highest ? highest - lowest : Double.NaN;
    }

    /** Standard deviation (n - 1) of the values younger than a time; NaN for fewer than two. */
    double deviation(long afterMillis) {
        double sum = 0;
        int count = count(afterMillis);
        for (int i = 0; i < size; i++) {
            sum += counts(i, afterMillis) ? values[i] : 0;
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += counts(i, afterMillis) ? (values[i] - mean) * (values[i] - mean) : 0;
        }
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /** How many values are younger than a time. */
    int count(long afterMillis) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += counts(i, afterMillis) ? 1 : 0;
        }
        return count;
    }

    private boolean counts(int i, long afterMillis) {
        return times[i] > afterMillis && !Double.isNaN(values[i]);
    }
}
