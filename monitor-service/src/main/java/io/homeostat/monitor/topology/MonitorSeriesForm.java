package io.homeostat.monitor.topology;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.runtime.stream.SeriesForm;
import org.jspecify.annotations.Nullable;

/** The core's binary form, as the store wants it. Belongs to one task's stream thread. */
final class MonitorSeriesForm implements SeriesForm<MonitoredSeries> {

    private final ByteWriter buffer = new ByteWriter();

    @Override
    public int pages() {
        return SeriesState.PAGES;
    }

    @Override
    public MonitoredSeries create() {
        return new MonitoredSeries(new SeriesState());
    }

    @Override
    public void writeChanged(MonitoredSeries series, PageWriter writer) {
        series.state().writeChangedPages(buffer, writer::write);
    }

    @Override
    public void writeAll(MonitoredSeries series, PageWriter writer) {
        series.state().writeAllPages(buffer, writer::write);
    }

    @Override
    public MonitoredSeries read(byte[] @Nullable [] pages) {
        return new MonitoredSeries(SeriesState.read(pages));
    }
}
