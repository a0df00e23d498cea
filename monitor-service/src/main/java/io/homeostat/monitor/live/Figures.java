package io.homeostat.monitor.live;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the monitor is doing, for its page. Immutable.
 *
 * @param readingsPerSecond readings judged in the last second
 * @param readings readings judged since the start
 * @param p50Millis median time from a record on Kafka to its verdict, over the last seconds
 * @param p99Millis the same, 99th percentile
 * @param lagRecords records not judged yet, {@code null} if that is not known
 * @param series series that have a chart
 * @param open open alerts by severity; empty until the database was asked
 * @param store why the database cannot be asked, {@code null} if it can
 */
record Figures(
        Instant at,
        double readingsPerSecond,
        double readings,
        @Nullable Double p50Millis,
        @Nullable Double p99Millis,
        @Nullable Double lagRecords,
        int series,
        Map<String, Long> open,
        @Nullable String store) {}
