package io.homeostat.monitor.backtest;

import io.homeostat.detection.series.Arrival;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.PastReadings;
import io.homeostat.monitor.past.RaisedAlert;
import io.homeostat.monitor.past.RuleRun;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a draft over past readings, beside that of the live rule over the same. Used once, by one thread. Memory is
 * bounded by the series and by {@value #MOST_ALERTS} alerts of each rule.
 */
final class Backtest {

    /** Whoever has so many has the wrong rule. */
    static final int MOST_ALERTS = 20_000;

    private final BacktestPlan plan;
    private final int seriesMax;
    private final Pulse pulse;
    private final RuleRun draft;
    private final @Nullable RuleRun live;
    private final Coverage coverage;
    private final Map<String, SeriesRun> series = new HashMap<>();
    private long seriesLeftOut;

    Backtest(BacktestPlan plan, int seriesMax, Pulse pulse) {
        this.plan = plan;
        this.seriesMax = seriesMax;
        this.pulse = pulse;
        this.draft = new RuleRun(plan.stream(), plan.draft(), plan.known(), plan.lateness());
        Rule current = plan.live();
        this.live = current == null ? null : new RuleRun(plan.stream(), current, plan.known(), plan.lateness());
        this.coverage = new Coverage(plan.from());
    }

    /**
     * Runs until the readings or a bound are at an end.
     *
     * @param nowMillis the time beyond which nothing is known, by the clock of the records' timestamps
     */
    BacktestResult run(String backtestId, PastReadings readings, long nowMillis) {
        pulse.follow(readings);
        for (PastReading past = readings.next(); past != null && pulse.admits(); past = readings.next()) {
            judge(past);
        }
        boolean complete = pulse.truncation().isEmpty();
        passTime(complete ? nowMillis : coverage.lastCameAtMillis());
        return result(backtestId);
    }

    private void judge(PastReading past) {
        SeriesRun of = seriesOf(past.reading().sensorId());
        if (of == null) {
            return;
        }
        Arrival arrival = judge(draft, of.draft, past);
        var unused = judge(live, of.live, past);
        coverage.add(past, of, of.draft != null, arrival);
        if (draft.size() > MOST_ALERTS || (live != null && live.size() > MOST_ALERTS)) {
            pulse.endFor("It ended after %,d alerts: look at a shorter range, or at fewer sensors, or at the rule."
                    .formatted(MOST_ALERTS));
        }
    }

    private static Arrival judge(@Nullable RuleRun run, @Nullable SeriesState state, PastReading past) {
        return run == null || state == null ? Arrival.IN_ORDER : run.judge(state, past);
    }

    /** What is remembered of a series; {@code null} if there is no room for it. */
    private @Nullable SeriesRun seriesOf(String sensorId) {
        SeriesRun known = series.get(sensorId);
        if (known == null && series.size() == seriesMax) {
            seriesLeftOut++;
            return null;
        }
        if (known == null) {
            known = new SeriesRun(draft.reads(sensorId), live != null && live.reads(sensorId));
            series.put(sensorId, known);
        }
        return known;
    }

    private void passTime(long nowMillis) {
        Instant end = plan.to() == null ? coverage.last() : plan.to();
        if (end == null) {
            return;
        }
        series.forEach((sensorId, of) -> {
            if (of.draft != null) {
                draft.passTime(of.draft, sensorId, end.toEpochMilli(), nowMillis);
            }
            if (live != null && of.live != null) {
                live.passTime(of.live, sensorId, end.toEpochMilli(), nowMillis);
            }
        });
    }

    private BacktestResult result(String backtestId) {
        if (seriesLeftOut > 0) {
            pulse.endFor("%,d readings were passed over: those of all sensors but the first %,d, the most that"
                            .formatted(seriesLeftOut, seriesMax)
                    + " homeostat.backtest.series-max allows.");
        }
        Instant from = coverage.first() == null ? plan.from() : coverage.first();
        Instant to = coverage.last() == null ? plan.to() : coverage.last();
        Comparison comparison = Comparison.of(alerts(draft), live == null ? List.of() : alerts(live));
        int count = comparison.alerts().size();
        return new BacktestResult(
                backtestId,
                coverage.readings(),
                coverage.sensors(),
                from,
                to,
                plan.from(),
                plan.to(),
                coverage.warmUpSeconds(),
                coverage.tooLate(),
                pulse.readings() * 1e9 / pulse.elapsed().toNanos(),
                listed(comparison.alerts()),
                count,
                coverage.perWeek(count),
                listed(comparison.gone()),
                comparison.gone().size(),
                plan.live() == null ? null : plan.live().version(),
                pulse.truncation().orElse(null));
    }

    private List<RaisedAlert> alerts(RuleRun run) {
        Instant from = plan.from() == null ? Instant.MIN : plan.from();
        Instant to = plan.to() == null ? Instant.MAX : plan.to();
        return run.alerts(from, to);
    }

    private static List<BacktestAlert> listed(List<BacktestAlert> all) {
        return all.subList(0, Math.min(all.size(), BacktestResult.MOST_LISTED));
    }
}
