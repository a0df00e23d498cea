package io.homeostat.monitor.readings;

import java.util.Arrays;
import java.util.List;

/**
 * The newest 224 to 256 readings of a series as they came, in order of event time, each once. Not thread-safe; at most
 * 4 KiB.
 *
 * <p>A reading newer than all others is put behind them. Any other finds its place by a binary search, and is left out
 * if it stands there already: the same reading may come twice, from the pipeline and from the {@link ReadingBackfill}.
 * A full tier gives up its oldest readings, several at a time so that this costs little, and takes none of their age
 * again.
 */
final class RawTier {

    static final int CAPACITY = 256;
    private static final int GIVEN_UP_AT_ONCE = 32;
    private static final int FIRST_LENGTH = 16;

    private long[] timesMillis = new long[FIRST_LENGTH];
    private double[] values = new double[FIRST_LENGTH];
    private int size;
    /** The newest event time given up. */
    private long givenUpMillis = Long.MIN_VALUE;

    void add(long timeMillis, double value) {
        if (timeMillis <= givenUpMillis || isHeld(timeMillis, value)) {
            return;
        }
        if (size == CAPACITY) {
            giveUpOldest();
            if (timeMillis <= givenUpMillis) {
                return;
            }
        } else if (size == timesMillis.length) {
            timesMillis = Arrays.copyOf(timesMillis, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        int place = placeBehind(timeMillis);
        if (place < size) {
            System.arraycopy(timesMillis, place, timesMillis, place + 1, size - place);
            System.arraycopy(values, place, values, place + 1, size - place);
        }
        timesMillis[place] = timeMillis;
        values[place] = value;
        size++;
    }

    void clear() {
        size = 0;
        givenUpMillis = Long.MIN_VALUE;
    }

    /** The newest event time that was given up, {@link Long#MIN_VALUE} if none was: all that is newer is held. */
    long givenUpMillis() {
        return givenUpMillis;
    }

    /** Adds the readings, oldest first. */
    void copyTo(List<ChartPoint> points) {
        for (int i = 0; i < size; i++) {
            points.add(ChartPoint.of(timesMillis[i], values[i]));
        }
    }

    private boolean isHeld(long timeMillis, double value) {
        for (int i = placeBehind(timeMillis) - 1; i >= 0 && timesMillis[i] == timeMillis; i--) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** Where the first reading stands that is newer than a time. */
    private int placeBehind(long timeMillis) {
        if (size == 0 || timesMillis[size - 1] <= timeMillis) {
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timesMillis[middle] <= timeMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void giveUpOldest() {
        givenUpMillis = timesMillis[GIVEN_UP_AT_ONCE - 1];
        int kept = size - GIVEN_UP_AT_ONCE;
        System.arraycopy(timesMillis, GIVEN_UP_AT_ONCE, timesMillis, 0, kept);
        System.arraycopy(values, GIVEN_UP_AT_ONCE, values, 0, kept);
        size = kept;
    }
}
