package io.homeostat.monitor.live;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the service's own metrics and tells what changed. Not thread-safe; to be asked once a second. */
final class MeterWatch {

    private static final int WINDOW = 10;

    private final MeterRegistry meters;
    private final Deque<double[]> verdicts = new ArrayDeque<>();
    private double[] boundsMillis = {};

    MeterWatch(MeterRegistry meters) {
        this.meters = meters;
    }

    double readings() {
        return values("homeostat.readings.decoded").sum();
    }

    /** Records that wait; {@code null} where nobody says. */
    @Nullable
    Double lagRecords() {
        double[] lags = values("homeostat.pipeline.lag.records")
                .filter(Double::isFinite)
                .toArray();
        return lags.length == 0 ? null : Arrays.stream(lags).sum();
    }

    /** Takes note of the verdicts' histogram as it is now. */
    void observe() {
        Collection<Timer> timers = meters.find("homeostat.verdict.latency").timers();
        double[] sums = {};
        for (Timer timer : timers) {
            CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
            if (sums.length == 0) {
                sums = new double[buckets.length];
                boundsMillis = Arrays.stream(buckets)
                        .mapToDouble(bucket -> bucket.bucket(TimeUnit.MILLISECONDS))
                        .toArray();
            }
            for (int i = 0; i < Math.min(sums.length, buckets.length); i++) {
                sums[i] += buckets[i].count();
            }
        }
        verdicts.add(sums);
        if (verdicts.size() > WINDOW) {
            verdicts.remove();
        }
    }

    /** An upper bound of a quantile over the last seconds; {@code null} if there was no verdict. */
    @Nullable
    Double quantileMillis(double quantile) {
        double[] oldest = verdicts.getFirst();
        double[] newest = verdicts.getLast();
        if (newest.length == 0 || oldest.length != newest.length) {
            return null;
        }
        int top = newest.length - 1;
        double total = newest[top] - oldest[top];
        for (int i = 0; total > 0 && i <= top; i++) {
            if (newest[i] - oldest[i] >= quantile * total) {
                return Double.isFinite(boundsMillis[i]) ? boundsMillis[i] : null;
            }
        }
        return null;
    }

    private DoubleStream values(String name) {
        Collection<Meter> found = meters.find(name).meters();
        return found.stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(Measurement::getValue);
    }
}
