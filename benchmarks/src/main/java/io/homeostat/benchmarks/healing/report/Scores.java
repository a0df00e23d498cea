package io.homeostat.benchmarks.healing.report;

import io.homeostat.benchmarks.healing.Filled;
import io.homeostat.benchmarks.healing.Outcome;
import io.homeostat.benchmarks.healing.Treatment;
import io.homeostat.benchmarks.healing.feed.FeedRow;
import io.homeostat.benchmarks.healing.feed.FeedSensor;
import io.homeostat.benchmarks.healing.feed.Trouble;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a treatment is worth, by kind of trouble, for the sensors of one size of group. Mutable, not thread-safe.
 *
 * <p>{@code hold} is given the detections of ours: what ours mends, it replaces by the last reading that ours left alone. A
 * value that ours does not trust counts with the raw one's error.
 */
public final class Scores {

    /** Readings soon after a fault, in which it may still be mended. */
    private static final long AFTER_MILLIS = 30 * 60_000L;

    private static final double NINETY_PERCENT = 1.645;

    private final int leastGroup;
    private final int mostGroup;
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final Map<String, Long> falseKinds = new TreeMap<>();
    private final Tally healthy = new Tally();
    private final Tally events = new Tally();

    /** For sensors whose group has a size within bounds. */
    public Scores(int leastGroup, int mostGroup) {
        this.leastGroup = leastGroup;
        this.mostGroup = mostGroup;
    }

    /** Counts a treatment. */
    public Scores count(Treatment treatment) {
        List<FeedRow> rows = treatment.feed().rows();
        List<FeedSensor> sensors = treatment.feed().sensors();
        List<Trouble> troubles = treatment.feed().troubles();
        Tally[] tallies = new Tally[troubles.size()];
        Arrays.setAll(tallies, i -> new Tally());
        Map<Long, Filled> fills = new HashMap<>();
        for (Filled filled : treatment.fills()) {
            fills.put(key(filled.sensor(), filled.timeMillis()), filled);
        }
        double[] held = new double[sensors.size()];
        Arrays.fill(held, Double.NaN);
        int[] lastFault = new int[sensors.size()];
        Arrays.fill(lastFault, FeedRow.NONE);
        boolean[] counts = new boolean[sensors.size()];
        for (int i = 0; i < counts.length; i++) {
            int size = treatment.feed().groupSize(i);
            counts[i] = size >= leastGroup && size <= mostGroup;
        }
        for (int i = 0; i < rows.size(); i++) {
            FeedRow row = rows.get(i);
            if (!counts[row.sensor()]) {
                continue;
            }
            Outcome outcome = row.came() ? treatment.outcomes().get(i) : null;
            if (outcome == null) {
                Filled filled = fills.get(key(row.sensor(), row.timeMillis()));
                missing(tallies[row.trouble()], troubles.get(row.trouble()), row, filled, held[row.sensor()]);
                lastFault[row.sensor()] = row.trouble();
                continue;
            }
            Tally tally = healthy;
            if (row.trouble() != FeedRow.NONE) {
                tally = tallies[row.trouble()];
                Trouble trouble = troubles.get(row.trouble());
                if (!trouble.isEvent()) {
                    lastFault[row.sensor()] = row.trouble();
                    if (outcome.isFlagged() && Double.isNaN(tally.firstFlagMinutes)) {
                        tally.firstFlagMinutes = Math.max(0, (row.timeMillis() - trouble.beginMillis()) / 60_000.0);
                        if (trouble.kind().equals("clock-jump")) {
                            tally.firstFlagMinutes =
                                    tally.rows * sensors.get(row.sensor()).intervalMillis() / 60_000.0;
                        }
                    }
                }
            } else if (lastFault[row.sensor()] != FeedRow.NONE
                    && row.timeMillis() - troubles.get(lastFault[row.sensor()]).endMillis() <= AFTER_MILLIS) {
                Tally fault = tallies[lastFault[row.sensor()]];
                fault.afterRows++;
                fault.afterMended += outcome.isMended() ? 1 : 0;
                count(new Tally(), row, outcome, sensors.get(row.sensor()), held);
                continue;
            } else if (outcome.isMended()) {
                falseKinds.merge(outcome.kind().code(), 1L, Long::sum);
            }
            count(tally, row, outcome, sensors.get(row.sensor()), held);
        }
        for (int i = 0; i < tallies.length; i++) {
            if (tallies[i].rows > 0) {
                Trouble trouble = troubles.get(i);
                kinds.computeIfAbsent(label(trouble), kind -> new Tally()).addTrouble(tallies[i]);
                if (trouble.isEvent()) {
                    events.addTrouble(tallies[i]);
                }
            }
        }
        return this;
    }

    private static String label(Trouble trouble) {
        if (trouble.isEvent()) {
            return "event " + trouble.kind();
        }
        if (trouble.kind().equals("drift")) {
            return Math.abs(trouble.size()) >= 0.1 ? "drift from 0.1/h" : "drift slower";
        }
        return trouble.kind();
    }

    private static void count(Tally tally, FeedRow row, Outcome outcome, FeedSensor sensor, double[] held) {
        tally.rows++;
        boolean mended = outcome.isMended();
        tally.mended += mended ? 1 : 0;
        tally.untrusted += Double.isNaN(outcome.value()) ? 1 : 0;
        if (!mended) {
            held[row.sensor()] = row.value();
        }
        if (Double.isNaN(row.truth()) || Double.isNaN(row.value())) {
            return;
        }
        double ours = Double.isNaN(outcome.value()) ? row.value() : outcome.value();
        double clamped = Double.isNaN(sensor.lowest())
                ? row.value()
                : Math.max(sensor.lowest(), Math.min(sensor.highest(), row.value()));
        double last = Double.isNaN(held[row.sensor()]) ? row.value() : held[row.sensor()];
        tally.errors.add(row.truth(), row.value(), clamped, mended ? last : row.value(), ours);
        interval(tally, row, outcome);
    }

    private static void interval(Tally tally, FeedRow row, Outcome outcome) {
        if (outcome.isMended() && !Double.isNaN(outcome.uncertainty())) {
            tally.withInterval++;
            if (Math.abs(outcome.value() - row.truth()) <= NINETY_PERCENT * outcome.uncertainty()) {
                tally.within++;
            }
        }
    }

    private static void missing(
            Tally tally, Trouble trouble, FeedRow row, @org.jspecify.annotations.Nullable Filled filled, double last) {
        tally.rows++;
        if (filled == null) {
            return;
        }
        tally.mended++;
        if (Double.isNaN(tally.firstFlagMinutes)) {
            tally.firstFlagMinutes = (row.timeMillis() - trouble.beginMillis()) / 60_000.0;
        }
        if (!Double.isNaN(last)) {
            tally.errors.add(row.truth(), last, last, last, filled.outcome().value());
            interval(tally, row, filled.outcome());
        }
    }

    private static long key(int sensor, long timeMillis) {
        return timeMillis * 100_003 + sensor;
    }

    /** Joins the scores of another seed. */
    public Scores join(Scores other) {
        other.kinds.forEach((kind, tally) ->
                kinds.computeIfAbsent(kind, name -> new Tally()).join(tally));
        other.falseKinds.forEach((kind, count) -> falseKinds.merge(kind, count, Long::sum));
        healthy.join(other.healthy);
        events.join(other.events);
        return this;
    }

    Map<String, Tally> kinds() {
        return kinds;
    }

    Map<String, Long> falseKinds() {
        return falseKinds;
    }

    Tally healthy() {
        return healthy;
    }

    Tally events() {
        return events;
    }
}
