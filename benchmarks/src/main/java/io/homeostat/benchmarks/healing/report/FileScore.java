package io.homeostat.benchmarks.healing.report;

import io.homeostat.benchmarks.healing.Filled;
import io.homeostat.benchmarks.healing.Outcome;
import io.homeostat.benchmarks.healing.Treatment;
import io.homeostat.benchmarks.healing.feed.FeedRow;
import io.homeostat.benchmarks.healing.feed.FeedSensor;
import io.homeostat.benchmarks.healing.feed.TruthFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is said of files whose faults nobody named: how many readings were changed and why, and how near the truth. Stateless. */
public final class FileScore {

    private FileScore() {}

    /** Lines for people. */
    public static String of(Treatment treatment, TruthFile truth) {
        Map<String, Long> kinds = new TreeMap<>();
        Errors all = new Errors();
        Errors changed = new Errors();
        Errors filled = new Errors();
        List<FeedSensor> sensors = treatment.feed().sensors();
        double[] held = new double[sensors.size()];
        Arrays.fill(held, Double.NaN);
        long inInterval = 0;
        long withInterval = 0;
        int nextFill = 0;
        List<FeedRow> rows = treatment.feed().rows();
        for (int i = 0; i < rows.size(); i++) {
            FeedRow row = rows.get(i);
            FeedSensor sensor = sensors.get(row.sensor());
            for (;
                    nextFill < treatment.fills().size()
                            && treatment.fills().get(nextFill).after() <= i;
                    nextFill++) {
                Filled fill = treatment.fills().get(nextFill);
                double last = held[fill.sensor()];
                double was = truth.take(sensors.get(fill.sensor()).id(), fill.timeMillis());
                if (!Double.isNaN(was) && !Double.isNaN(last)) {
                    filled.add(was, last, last, last, fill.outcome().value());
                }
            }
            Outcome outcome = treatment.outcomes().get(i);
            if (outcome == null) {
                continue;
            }
            if (outcome.flag() != 1) {
                kinds.merge(outcome.kind().code() + (outcome.isMended() ? "" : " (left)"), 1L, Long::sum);
            }
            if (!outcome.isMended()) {
                held[row.sensor()] = row.value();
            }
            double was = truth.take(sensor.id(), row.timeMillis());
            if (Double.isNaN(was) || Double.isNaN(row.value()) || Double.isNaN(outcome.value())) {
                continue;
            }
            double clamped = Double.isNaN(sensor.lowest() + sensor.highest())
                    ? row.value()
                    : Math.max(sensor.lowest(), Math.min(sensor.highest(), row.value()));
            double last = outcome.isMended() && !Double.isNaN(held[row.sensor()]) ? held[row.sensor()] : row.value();
            all.add(was, row.value(), clamped, last, outcome.value());
            if (outcome.isMended()) {
                changed.add(was, row.value(), clamped, last, outcome.value());
                withInterval++;
                inInterval += Math.abs(outcome.value() - was) <= 1.645 * outcome.uncertainty() ? 1 : 0;
            }
        }
        return String.format(
                        Locale.ROOT,
                        "%,d readings, %,d filled in; flagged: %s%n",
                        rows.size(),
                        treatment.fills().size(),
                        kinds)
                + line("all readings", all)
                + line("changed readings", changed)
                + line("filled in", filled)
                + String.format(
                        Locale.ROOT,
                        "in the 90 %% interval: %.1f %% of %,d; %d ns of CPU a reading%n",
                        100.0 * inInterval / Math.max(1, withInterval),
                        withInterval,
                        treatment.cpuNanos() / Math.max(1, rows.size()));
    }

    private static String line(String what, Errors errors) {
        return errors.count() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s: %,d with a known truth; RMSE raw %.4f, clamp %.4f, hold %.4f, ours %.4f%n",
                        what,
                        errors.count(),
                        errors.raw(),
                        errors.clamp(),
                        errors.hold(),
                        errors.ours());
    }
}
