package io.homeostat.monitor.readings;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A series' whole life in at most 256 stretches of equal width, each with its extremes and its last value. Not
 * thread-safe; at most 8 KiB.
 *
 * <p>A bucket's number is its beginning divided by the width, so that buckets lie on one grid whatever came first. When
 * the newest no longer fits, the width doubles and neighbours merge: a reading costs constant time, amortized, and the
 * resolution is never less than a 512th of the life.
 */
final class BucketTier {

    static final int CAPACITY = 256;
    static final long FIRST_WIDTH_MILLIS = 1_000;
    private static final int FIRST_LENGTH = 16;

    private double[] min = new double[FIRST_LENGTH];
    private double[] max = new double[FIRST_LENGTH];
    private double[] last = new double[FIRST_LENGTH];
    private long[] lastMillis = new long[FIRST_LENGTH];

    private long widthMillis = FIRST_WIDTH_MILLIS;
    private long first;
    private int size;

    void add(long timeMillis, double value) {
        long number = Math.floorDiv(timeMillis, widthMillis);
        if (size == 0) {
            first = number;
        }
        while (Math.max(number, first + size - 1) - Math.min(number, first) >= CAPACITY) {
            doubleWidth();
            number = Math.floorDiv(timeMillis, widthMillis);
        }
        if (number < first) {
            extendBackTo(number);
        } else if (number >= first + size) {
            extendTo((int) (number - first) + 1);
        }
        put((int) (number - first), timeMillis, value);
    }

    void clear() {
        size = 0;
        widthMillis = FIRST_WIDTH_MILLIS;
    }

    /** Adds the buckets that begin at a time or before it, oldest first. */
    void copyTo(List<ChartPoint> points, long throughMillis) {
        for (int slot = 0; slot < size; slot++) {
            long beginMillis = (first + slot) * widthMillis;
            if (beginMillis > throughMillis) {
                return;
            }
            if (!isEmpty(slot)) {
                points.add(new ChartPoint(Instant.ofEpochMilli(beginMillis), min[slot], max[slot], last[slot]));
            }
        }
    }

    private void put(int slot, long timeMillis, double value) {
        if (isEmpty(slot)) {
            min[slot] = value;
            max[slot] = value;
            last[slot] = value;
            lastMillis[slot] = timeMillis;
            return;
        }
        min[slot] = Math.min(min[slot], value);
        max[slot] = Math.max(max[slot], value);
        if (timeMillis >= lastMillis[slot]) {
            last[slot] = value;
            lastMillis[slot] = timeMillis;
        }
    }

    private boolean isEmpty(int slot) {
        return lastMillis[slot] == Long.MIN_VALUE;
    }

    private void extendTo(int newSize) {
        if (newSize > last.length) {
            int length = Math.min(CAPACITY, Math.max(newSize, last.length * 2));
            min = Arrays.copyOf(min, length);
            max = Arrays.copyOf(max, length);
            last = Arrays.copyOf(last, length);
            lastMillis = Arrays.copyOf(lastMillis, length);
        }
        Arrays.fill(lastMillis, size, newSize, Long.MIN_VALUE);
        size = newSize;
    }

    private void extendBackTo(long number) {
        int shift = (int) (first - number);
        int oldSize = size;
        extendTo(oldSize + shift);
        System.arraycopy(min, 0, min, shift, oldSize);
        System.arraycopy(max, 0, max, shift, oldSize);
        System.arraycopy(last, 0, last, shift, oldSize);
        System.arraycopy(lastMillis, 0, lastMillis, shift, oldSize);
        Arrays.fill(lastMillis, 0, shift, Long.MIN_VALUE);
        first = number;
    }

    private void doubleWidth() {
        long newFirst = Math.floorDiv(first, 2);
        int written = -1;
        for (int slot = 0; slot < size; slot++) {
            int target = (int) (Math.floorDiv(first + slot, 2) - newFirst);
            if (target != written) {
                move(slot, target);
                written = target;
            } else if (!isEmpty(slot)) {
                merge(slot, target);
            }
        }
        size = written + 1;
        first = newFirst;
        widthMillis *= 2;
    }

    private void move(int slot, int target) {
        min[target] = min[slot];
        max[target] = max[slot];
        last[target] = last[slot];
        lastMillis[target] = lastMillis[slot];
    }

    private void merge(int slot, int target) {
        if (isEmpty(target)) {
            move(slot, target);
            return;
        }
        min[target] = Math.min(min[target], min[slot]);
        max[target] = Math.max(max[target], max[slot]);
        if (lastMillis[slot] >= lastMillis[target]) {
            last[target] = last[slot];
            lastMillis[target] = lastMillis[slot];
        }
    }
}
