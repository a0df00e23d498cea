package io.homeostat.monitor.backtest;

import io.homeostat.detection.series.SeriesState;
import org.jspecify.annotations.Nullable;

/** What a backtest remembers of one series: of the draft's judging, and of the live rule's. Not thread-safe. */
final class SeriesRun {

    final @Nullable SeriesState draft;
    final @Nullable SeriesState live;
    /** Whether a reading of the range was judged by the draft. */
    boolean counted;

    SeriesRun(boolean byDraft, boolean byLive) {
        draft = byDraft ? new SeriesState() : null;
        live = byLive ? new SeriesState() : null;
    }
}
