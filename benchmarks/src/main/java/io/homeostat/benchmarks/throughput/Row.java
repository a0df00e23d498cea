package io.homeostat.benchmarks.throughput;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of one contender.
 *
 * @param contender the job
 * @param pace how fast it went through the readings, {@code null} if it failed
 * @param changelogBytesPerReading what went to its changelogs
 * @param peakMemoryBytes the most memory it had resident
 * @param high latency at many breaches a second, {@code null} where it was not measured
 * @param low latency at few
 * @param failure why there are no figures, {@code null} where there are
 */
record Row(
        Contender contender,
        @Nullable Pace pace,
        double changelogBytesPerReading,
        long peakMemoryBytes,
        @Nullable Latency high,
        @Nullable Latency low,
        @Nullable String failure) {

    static Row failed(Contender contender, String failure) {
        return new Row(contender, null, 0, 0, null, null, failure);
    }
}
