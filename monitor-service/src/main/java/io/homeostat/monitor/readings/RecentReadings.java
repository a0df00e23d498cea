package io.homeostat.monitor.readings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The recent readings of every series that has a chart, in bounded memory. Thread-safe.
 *
 * <p>It is written on the pipeline's hot path, which asks for a series' trace once and keeps it: one uncontended lock a
 * reading, and no allocation. The first {@code seriesMax} series get a chart, at most 12 KiB each; readings of others
 * are passed over.
 */
public final class RecentReadings {

    private final int seriesMax;
    private final AtomicInteger charted = new AtomicInteger();
    private final Map<String, Map<String, SeriesTrace>> streams = new ConcurrentHashMap<>();

    public RecentReadings(int seriesMax) {
        if (seriesMax < 0) {
            throw new IllegalArgumentException("seriesMax must be at least 0, was " + seriesMax);
        }
        this.seriesMax = seriesMax;
    }

    /** Takes note of one reading, in whatever order; one that is known already changes nothing. */
    public void record(String stream, String sensorId, long eventTimeMillis, double value) {
        SeriesTrace trace = traceFor(stream, sensorId);
        if (trace != null) {
            trace.add(eventTimeMillis, value);
        }
    }

    /** Where the readings of a series are noted; {@code null} if there are so many series that it gets no chart. */
    public @Nullable SeriesTrace traceFor(String stream, String sensorId) {
        Map<String, SeriesTrace> series = streams.get(stream);
        SeriesTrace trace = series == null ? null : series.get(sensorId);
        return trace != null || charted.get() >= seriesMax ? trace : admit(stream, sensorId);
    }

    /** All that is kept of a series, in order of event time; empty if it has no chart. */
    public Optional<List<ChartPoint>> of(String stream, String sensorId) {
        return trace(stream, sensorId).map(SeriesTrace::points);
    }

    /** The newest reading of a series; empty if it has no chart. */
    public Optional<ChartPoint> newest(String stream, String sensorId) {
        return trace(stream, sensorId).map(SeriesTrace::newest);
    }

    /** Whether there are so many series that a new one gets no chart. */
    public boolean isFull() {
        return charted.get() >= seriesMax;
    }

    /** How many series have a chart. */
    public int seriesCharted() {
        return charted.get();
    }

    public int seriesMax() {
        return seriesMax;
    }

    /** Hands every series that has a chart to a visitor, as stream and sensor id, in no order. */
    public void forEachSeries(BiConsumer<String, String> visitor) {
        streams.forEach((stream, series) -> series.keySet().forEach(sensorId -> visitor.accept(stream, sensorId)));
    }

    private Optional<SeriesTrace> trace(String stream, String sensorId) {
        return Optional.ofNullable(streams.getOrDefault(stream, Map.of()).get(sensorId));
    }

    /** Threads that race here may admit a few series more than the bound, one a thread at most. */
    private SeriesTrace admit(String stream, String sensorId) {
        return streams.computeIfAbsent(stream, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(sensorId, id -> {
                    charted.incrementAndGet();
                    return new SeriesTrace();
                });
    }
}
