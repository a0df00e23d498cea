package io.homeostat.monitor.topology;

import io.homeostat.detection.series.SeriesState;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.monitor.readings.SeriesTrace;
import org.jspecify.annotations.Nullable;

/** What the monitor has of a series: its state, and where its readings are noted for the chart. Not thread-safe. */
final class MonitoredSeries {

    private final SeriesState state;

    /** Not part of the state: kept beside it so that it is looked up once and not for each reading. */
    private @Nullable SeriesTrace trace;

    MonitoredSeries(SeriesState state) {
        this.state = state;
    }

    /** What is stored. */
    SeriesState state() {
        return state;
    }

    void note(RecentReadings recent, String stream, String sensorId, long eventTimeMillis, double value) {
        SeriesTrace known = trace;
        if (known == null) {
            known = recent.traceFor(stream, sensorId);
            trace = known;
        }
        if (known != null) {
            known.add(eventTimeMillis, value);
        }
    }
}
