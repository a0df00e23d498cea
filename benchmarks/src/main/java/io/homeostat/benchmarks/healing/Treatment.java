package io.homeostat.benchmarks.healing;

import io.homeostat.benchmarks.healing.feed.Feed;
import io.homeostat.benchmarks.healing.feed.FeedRow;
import io.homeostat.detection.healing.Healed;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A feed with what the production core made of it, in one pass in order of arrival.
 *
 * @param feed what was fed
 * @param outcomes what became of each row; {@code null} for a reading that never came
 * @param fills what stands in for those
 * @param cpuNanos the CPU time of all readings
 */
public record Treatment(Feed feed, List<@Nullable Outcome> outcomes, List<Filled> fills, long cpuNanos) {

    /** Feeds the core in the order of the rows; the truth stays outside. */
    public static Treatment of(Feed feed) {
        return of(feed, IntStream.range(0, feed.rows().size()).boxed().toList());
    }

    /** Feeds the core in an order of arrival; the truth stays outside. */
    public static Treatment of(Feed feed, List<Integer> order) {
        Seats seats = new Seats(feed);
        @Nullable Outcome[] outcomes = new Outcome[feed.rows().size()];
        List<Filled> fills = new ArrayList<>();
        Healed healed = new Healed();
        long begin = cpuNow();
        for (int index : order) {
            FeedRow row = feed.rows().get(index);
            if (!row.came()) {
                continue;
            }
            Seats.Bench bench = seats.bench(row.sensor());
            bench.group()
                    .take(
                            seats.number(row.sensor()),
                            row.timeMillis(),
                            row.value(),
                            healed,
                            (number, filled) -> fills.add(new Filled(
                                    index, bench.sensors().get(number), filled.timeMillis(), outcome(filled))));
            outcomes[index] = outcome(healed);
        }
        fills.sort(Comparator.comparingInt(Filled::after));
        return new Treatment(feed, Arrays.asList(outcomes), fills, cpuNow() - begin);
    }

    private static Outcome outcome(Healed healed) {
        return new Outcome(healed.value(), healed.flag().code(), healed.kind(), healed.method(), healed.uncertainty());
    }

    private static long cpuNow() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
