package io.homeostat.benchmarks.faults.traffic;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a fault kept an output from its work, as an outside reader sees it. Immutable.
 *
 * <p>An output stands still while nothing comes out of it for longer than a bound though something that was sent waits.
 * What counts is the end of the last such stand-still: an output that comes back and stops again was not back.
 *
 * @param untilNanos from the fault to the first reading that was sent after it and handled after the last stand-still; 0 if
 *     there was none, {@code null} if the last did not end
 * @param times how many stand-stills there were
 */
public record Interruption(@Nullable Long untilNanos, int times) {

    /** The output went on. */
    public static final Interruption NONE = new Interruption(0L, 0);

    /** How long it took; {@code null} if it did not end. */
    public @Nullable Duration until() {
        return untilNanos == null ? null : Duration.ofNanos(untilNanos);
    }

    /**
     * Finds it.
     *
     * @param handled the readings that were sent after the fault and handled, in any order
     * @param injectedNanos when the fault was there
     * @param endNanos when one stopped looking
     * @param bound a stand-still shorter than this is none
     */
    public static Interruption of(List<Handled> handled, long injectedNanos, long endNanos, Duration bound) {
        List<Handled> bySeen = handled.stream()
                .sorted(Comparator.comparingLong(Handled::seenNanos))
                .toList();
        long[] waitingSince = oldestFrom(bySeen);
        long before = injectedNanos;
        Long until = 0L;
        int times = 0;
        for (int i = 0; i < bySeen.size(); i++) {
            long seen = bySeen.get(i).seenNanos();
            if (seen - Math.max(before, waitingSince[i]) > bound.toNanos()) {
                until = seen - injectedNanos;
                times++;
            }
            before = Math.max(before, seen);
        }
        if (endNanos - before > bound.toNanos()) {
            return new Interruption(null, times + 1);
        }
        return new Interruption(until, times);
    }

    /** For each place, when the oldest of those that are handled there or later was sent. */
    private static long[] oldestFrom(List<Handled> bySeen) {
        long[] oldest = new long[bySeen.size()];
        long minimum = Long.MAX_VALUE;
        for (int i = bySeen.size() - 1; i >= 0; i--) {
            minimum = Math.min(minimum, bySeen.get(i).sentNanos());
            oldest[i] = minimum;
        }
        return oldest;
    }
}
