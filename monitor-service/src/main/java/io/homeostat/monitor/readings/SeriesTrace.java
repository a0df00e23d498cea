package io.homeostat.monitor.readings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is kept of one series for its chart: the newest readings raw, and all its life at lower resolution. Thread-safe;
 * at most 12 KiB.
 *
 * <p>A reading more than a year behind the newest is left out, and one more than a year ahead begins the trace anew:
 * a single wrong clock must not cost all resolution.
 */
public final class SeriesTrace {

    private static final long JUMP_MILLIS = 366L * 24 * 60 * 60 * 1_000;

    private final RawTier raw = new RawTier();
    private final BucketTier buckets = new BucketTier();
    private long newestMillis = Long.MIN_VALUE;
    private double newestValue;

    /** Takes note of one reading, in whatever order; one that is known already changes nothing. */
    public synchronized void add(long timeMillis, double value) {
        if (newestMillis != Long.MIN_VALUE) {
            if (timeMillis < newestMillis - JUMP_MILLIS) {
                return;
            }
            if (timeMillis > newestMillis + JUMP_MILLIS) {
                raw.clear();
                buckets.clear();
            }
        }
        raw.add(timeMillis, value);
        buckets.add(timeMillis, value);
        if (timeMillis >= newestMillis) {
            newestMillis = timeMillis;
            newestValue = value;
        }
    }

    /** All that is kept, in order of event time. */
    List<ChartPoint> points() {
        List<ChartPoint> points = new ArrayList<>();
        synchronized (this) {
            buckets.copyTo(points, raw.givenUpMillis());
            raw.copyTo(points);
        }
        points.sort(Comparator.comparing(ChartPoint::time));
        return points;
    }

    /** The newest reading; there is always one, since a trace is made for its first reading. */
    synchronized ChartPoint newest() {
        return ChartPoint.of(newestMillis, newestValue);
    }
}
