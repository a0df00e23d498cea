package io.homeostat.benchmarks.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows as a table, in Markdown or as CSV. Immutable. */
final class Table {

    private static final List<String> HEADINGS = List.of(
            "",
            "job",
            "readings/s",
            "with start",
            "CPU-s per million",
            "with start",
            "changelog bytes per reading",
            "peak memory MB",
            "p50 / p99 / max ms at %,d breaches/s".formatted(ThroughputCommand.MANY_BREACHES),
            "at %d breaches/s".formatted(ThroughputCommand.FEW_BREACHES));

    private final Plan plan;
    private final double loadBefore;
    private final List<Row> rows;

    Table(Plan plan, double loadBefore, List<Row> rows) {
        this.plan = plan;
        this.loadBefore = loadBefore;
        this.rows = List.copyOf(rows);
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, HEADINGS);
        line(text, HEADINGS.stream().map(heading -> "---").toList());
        rows.forEach(row -> line(text, cells(row)));
        return text.append('\n')
                .append(Circumstances.describe(plan, loadBefore))
                .append('\n')
                .toString();
    }

    String csv() {
        StringBuilder text = new StringBuilder(String.join(";", HEADINGS)).append('\n');
        rows.forEach(row -> text.append(String.join(";", cells(row))).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(
                List.of(row.contender().letter(), row.contender().label()));
        Pace pace = row.pace();
        if (pace == null) {
            cells.add("failed: " + row.failure());
            while (cells.size() < HEADINGS.size()) {
                cells.add("");
            }
            return cells;
        }
        cells.add(format("%,.0f%s", pace.perSecond(), pace.complete() ? "" : " (not to the end)"));
        cells.add(format("%,.0f", pace.perSecondWithStart()));
        cells.add(format("%.2f", pace.cpuSecondsPerMillion()));
        cells.add(format("%.2f", pace.cpuSecondsPerMillionWithStart()));
        cells.add(format("%.1f", row.changelogBytesPerReading()));
        cells.add(format("%,d", row.peakMemoryBytes() >> 20));
        cells.add(cell(row.high()));
        cells.add(cell(row.low()));
        return cells;
    }

    private static String cell(@Nullable Latency latency) {
        if (latency == null) {
            return "";
        }
        String figures = format("%.0f / %.0f / %.0f", latency.p50Millis(), latency.p99Millis(), latency.maxMillis());
        return latency.answers() == latency.breaches()
                ? figures
                : figures + format(" (%,d answers to %,d)", latency.answers(), latency.breaches());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
