package io.homeostat.benchmarks.healing.report;

import java.util.Locale;
import java.util.Map;

/** Scores as a table in Markdown. Stateless. */
public final class ScoreTable {

    private ScoreTable() {}

    /** The table under a title. */
    public static String of(String title, Scores scores) {
        StringBuilder text = new StringBuilder();
        text.append("\n").append(title).append("\n\n");
        text.append("| kind | faults | detected | min to detect | RMSE raw | clamp | hold | ours | ours/raw |"
                + " median of ratios | mended | in 90 % interval | changed after |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        Tally faults = new Tally();
        Tally drifts = new Tally();
        for (Map.Entry<String, Tally> each : scores.kinds().entrySet()) {
            if (each.getKey().startsWith("drift")) {
                drifts.join(each.getValue());
            }
            if (!each.getKey().startsWith("event")) {
                faults.join(each.getValue());
            }
            row(text, each.getKey(), each.getValue());
        }
        row(text, "drift, all", drifts);
        row(text, "faults, all", faults);
        row(text, "events, all", scores.events());
        say(
                text,
                "\nhealthy: %.4f %% of %,d readings changed %s; after a fault %.2f %%; in events %.2f %% of %,d\n",
                percent(scores.healthy().mended, scores.healthy().rows),
                scores.healthy().rows,
                scores.falseKinds(),
                percent(faults.afterMended, faults.afterRows),
                percent(scores.events().mended, scores.events().rows),
                scores.events().rows);
        return text.toString();
    }

    private static void row(StringBuilder text, String kind, Tally tally) {
        say(
                text,
                "| %s | %d | %.1f %% | %.0f | %.3f | %.3f | %.3f | %.3f | %.4f | %.4f | %.1f %% | %.1f %% | %.1f %% |\n",
                kind,
                tally.troubles,
                percent(tally.detected, tally.troubles),
                tally.medianMinutes(),
                tally.errors.raw(),
                tally.errors.clamp(),
                tally.errors.hold(),
                tally.errors.ours(),
                tally.errors.ratio(),
                tally.medianRatio(),
                percent(tally.mended, tally.rows),
                percent(tally.within, tally.withInterval),
                percent(tally.afterMended, tally.afterRows));
    }

    private static double percent(long part, long whole) {
        return 100.0 * part / Math.max(1, whole);
    }

    private static void say(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
