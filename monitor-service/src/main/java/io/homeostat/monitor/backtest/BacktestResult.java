package io.homeostat.monitor.backtest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest. Immutable.
 *
 * @param readings how many readings of the range were judged
 * @param sensors of how many sensors
 * @param from event time of the first of them; what was asked for if there is none
 * @param to event time of the last of them
 * @param askedFrom what was asked for; {@code null} of a file
 * @param askedTo what was asked for; {@code null} of a file
 * @param warmUpSeconds for how long before the range there were readings, of which the rule remembered what it needs
 * @param tooLateReadings how many came so late that they moved no window, timer or alert
 * @param readingsPerSecond how fast it was, warm-up and reading from Kafka included
 * @param alerts what the draft raises in the range, the first {@value #MOST_LISTED} by their beginnings
 * @param alertCount how many in all
 * @param alertsPerWeek how many in a week, at the rate of the range that was there
 * @param gone what the live rule of the same id raises and the draft does not, as many at most
 * @param goneCount how many in all
 * @param liveVersion the version of the live rule that it is compared with; {@code null} where there is none
 * @param truncated why not all was gone through; {@code null} if it was
 */
record BacktestResult(
        String backtestId,
        long readings,
        int sensors,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant askedFrom,
        @Nullable Instant askedTo,
        double warmUpSeconds,
        long tooLateReadings,
        double readingsPerSecond,
        List<BacktestAlert> alerts,
        int alertCount,
        double alertsPerWeek,
        List<BacktestAlert> gone,
        int goneCount,
        @Nullable Integer liveVersion,
        @Nullable String truncated) {

    static final int MOST_LISTED = 1_000;

    BacktestResult {
        alerts = List.copyOf(alerts);
        gone = List.copyOf(gone);
    }
}
