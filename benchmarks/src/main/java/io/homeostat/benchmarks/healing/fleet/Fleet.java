package io.homeostat.benchmarks.healing.fleet;

import io.homeostat.benchmarks.healing.feed.Feed;
import io.homeostat.benchmarks.healing.feed.FeedRow;
import io.homeostat.benchmarks.healing.feed.FeedSensor;
import io.homeostat.benchmarks.healing.feed.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Simulates a fleet from its begin to its end: the same plan and seed give the same feed. Stateless. */
public final class Fleet {

    private static final long BEGIN_MILLIS =
            Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final double LOWEST = -40;
    private static final double HIGHEST = 125;

    private Fleet() {}

    /** All that a fleet sends. */
    public static Feed simulate(FleetPlan plan, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FeedSensor> sensors = new ArrayList<>();
        List<Hall> halls = new ArrayList<>();
        for (int group = 0; group < plan.groups().size(); group++) {
            int size = plan.groups().get(group);
            halls.add(new Hall(plan, size, sensors.size(), BEGIN_MILLIS, random.split()));
            for (int i = 0; i < size; i++) {
                String id = "hall-%d-%d".formatted(group + 1, i + 1);
                sensors.add(new FeedSensor(
                        id,
                        "hall-" + (group + 1),
                        "°C",
                        LOWEST,
                        HIGHEST,
                        plan.interval().toMillis()));
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        int[] firsts = new int[halls.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = troubles.size();
            troubles.addAll(halls.get(i).troubles());
        }
        List<FeedRow> rows = new ArrayList<>();
        long end = BEGIN_MILLIS + plan.days() * 86_400_000L;
        for (long time = BEGIN_MILLIS; time < end; time += plan.interval().toMillis()) {
            for (int i = 0; i < firsts.length; i++) {
                halls.get(i).step(time, firsts[i], rows);
            }
        }
        return new Feed(sensors, rows, troubles);
    }
}
