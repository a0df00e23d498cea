package io.homeostat.benchmarks.faults.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Median and maximum of times in milliseconds, of which some may be missing. Immutable.
 *
 * @param medianMillis of those that are there; of an even number the upper of the two in the middle, which flatters nobody
 * @param maxMillis the longest
 * @param missing how many there were not
 */
record Spread(long medianMillis, long maxMillis, int missing) {

    /** Of some times, {@code null} where something never came. */
    static Spread of(List<@Nullable Long> times) {
        long[] there = times.stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        int missing = times.size() - there.length;
        return there.length == 0
                ? new Spread(-1, -1, missing)
                : new Spread(there[there.length / 2], there[there.length - 1], missing);
    }

    /** In seconds, for people. */
    String words(String ofMissing) {
        String times = maxMillis < 0
                ? ""
                : String.format(Locale.ROOT, "%.1f / %.1f", seconds(medianMillis), seconds(maxMillis));
        String never = missing == 0 ? "" : missing + " × " + ofMissing;
        return times.isEmpty() || never.isEmpty() ? times + never : times + ", " + never;
    }

    private static double seconds(long millis) {
        return millis / 1_000.0;
    }
}
