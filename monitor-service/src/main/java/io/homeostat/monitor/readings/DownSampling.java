package io.homeostat.monitor.readings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fits points into a number of equal stretches of time, keeping each stretch's extremes and its last value. */
final class DownSampling {

    private DownSampling() {}

    /**
     * At most {@code count} points that show the same extremes.
     *
     * @param points in order of time
     * @param count at least 1
     */
    static List<ChartPoint> fit(List<ChartPoint> points, int count) {
        if (points.size() <= count) {
            return points;
        }
        long beginMillis = points.get(0).time().toEpochMilli();
        long spanMillis = points.get(points.size() - 1).time().toEpochMilli() - beginMillis + 1;
        List<ChartPoint> fitted = new ArrayList<>(count);
        long stretch = -1;
        for (ChartPoint point : points) {
            long its = (long) ((double) (point.time().toEpochMilli() - beginMillis) / spanMillis * count);
            if (its == stretch) {
                fitted.add(join(fitted.remove(fitted.size() - 1), point));
            } else {
                fitted.add(point);
                stretch = its;
            }
        }
        return fitted;
    }

    /** The points from one time, to before another. */
    static List<ChartPoint> between(List<ChartPoint> points, Instant from, Instant to) {
        return points.stream()
                .filter(point -> !point.time().isBefore(from) && point.time().isBefore(to))
                .toList();
    }

    private static ChartPoint join(ChartPoint earlier, ChartPoint later) {
        return new ChartPoint(
                earlier.time(),
                Math.min(earlier.min(), later.min()),
                Math.max(earlier.max(), later.max()),
                later.last());
    }
}
