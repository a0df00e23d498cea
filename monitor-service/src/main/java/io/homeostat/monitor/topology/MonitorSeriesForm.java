package io.homeostat.monitor.topology;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.runtime.stream.SeriesForm;
import org.jspecify.annotations.Nullable;

/** The core's binary form, as the store wants it. Belongs to one task's stream thread. */
final class MonitorSeriesForm implements SeriesForm<SeriesState> {

    private final ByteWriter buffer = new ByteWriter();

    @Override
    public int pages() {
        return SeriesState.PAGES;
    }

    @Override
    public SeriesState create() {
        return new SeriesState();
    }

    @Override
    public void writeChanged(SeriesState state, PageWriter writer) {
        state.writeChangedPages(buffer, writer::write);
    }

    @Override
    public void writeAll(SeriesState state, PageWriter writer) {
        state.writeAllPages(buffer, writer::write);
    }

    @Override
    public SeriesState read(byte[] @Nullable [] pages) {
        return SeriesState.read(pages);
    }
}
