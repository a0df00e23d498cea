package io.homeostat.healer.topology;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.runtime.stream.SeriesForm;
import org.jspecify.annotations.Nullable;

/** The binary form of {@link HealedSeries}: one page. Belongs to one task's stream thread. */
final class HealedSeriesForm implements SeriesForm<HealedSeries> {

    private final ByteWriter buffer = new ByteWriter();

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public HealedSeries create() {
        return new HealedSeries();
    }

    @Override
    public void writeChanged(HealedSeries state, PageWriter writer) {
        writer.write(0, state.toBytes(buffer));
    }

    @Override
    public void writeAll(HealedSeries state, PageWriter writer) {
        writeChanged(state, writer);
    }

    @Override
    public HealedSeries read(byte[] @Nullable [] pages) {
        byte[] page = pages[0];
        if (page == null) {
            throw new IllegalArgumentException("a state must have its page");
        }
        return HealedSeries.read(page);
    }
}
