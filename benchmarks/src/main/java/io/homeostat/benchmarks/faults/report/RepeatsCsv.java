package io.homeostat.benchmarks.faults.report;

import io.homeostat.benchmarks.faults.judging.Judgement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The repeats as CSV, a line for each, with semicolons between the fields; and back, so that a long run may be done in
 * pieces.
 */
public final class RepeatsCsv {

    private static final List<String> HEADINGS = List.of(
            "fault",
            "title",
            "from",
            "repeat",
            "load",
            "detected",
            "mttd_ms",
            "component",
            "component_right",
            "kind",
            "kind_right",
            "remedies",
            "mttr_ms",
            "lost",
            "doubled",
            "verdict",
            "verdict_right",
            "harm",
            "well_again",
            "note");

    private RepeatsCsv() {}

    /** The text. */
    public static String write(List<Repeat> repeats) {
        StringBuilder text = new StringBuilder(String.join(";", HEADINGS)).append('\n');
        repeats.forEach(repeat -> text.append(
                        fields(repeat).stream().map(RepeatsCsv::plain).collect(Collectors.joining(";")))
                .append('\n'));
        return text.toString();
    }

    /**
     * Reads such a text.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static List<Repeat> read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(String.join(";", HEADINGS))) {
            throw new IllegalArgumentException("the first line must be " + String.join(";", HEADINGS));
        }
        return lines.stream().skip(1).map(RepeatsCsv::repeat).toList();
    }

    private static List<String> fields(Repeat repeat) {
        Judgement one = repeat.judgement();
        return List.of(
                repeat.fault(),
                repeat.title(),
                repeat.origin(),
                Integer.toString(repeat.number()),
                String.format(Locale.ROOT, "%.1f", repeat.load()),
                Boolean.toString(one.detected()),
                text(one.detectedMillis()),
                one.component(),
                Boolean.toString(one.componentRight()),
                one.kind(),
                Boolean.toString(one.kindRight()),
                String.join(" ", one.remedies()),
                text(one.recoveredMillis()),
                Integer.toString(one.lost()),
                Integer.toString(one.doubled()),
                one.verdict(),
                Boolean.toString(one.verdictRight()),
                one.harm(),
                Boolean.toString(one.wellAgain()),
                one.note());
    }

    private static Repeat repeat(String line) {
        List<String> fields = Arrays.asList(line.split(";", -1));
        if (fields.size() != HEADINGS.size()) {
            throw new IllegalArgumentException(
                    "a line must have %d fields, has %d: %s".formatted(HEADINGS.size(), fields.size(), line));
        }
        Judgement judgement = new Judgement(
                Boolean.parseBoolean(fields.get(5)),
                number(fields.get(6)),
                fields.get(7),
                Boolean.parseBoolean(fields.get(8)),
                fields.get(9),
                Boolean.parseBoolean(fields.get(10)),
                fields.get(11).isEmpty() ? List.of() : List.of(fields.get(11).split(" ")),
                number(fields.get(12)),
                Integer.parseInt(fields.get(13)),
                Integer.parseInt(fields.get(14)),
                fields.get(15),
                Boolean.parseBoolean(fields.get(16)),
                fields.get(17),
                Boolean.parseBoolean(fields.get(18)),
                fields.get(19));
        return new Repeat(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                Integer.parseInt(fields.get(3)),
                Double.parseDouble(fields.get(4)),
                judgement);
    }

    private static String plain(String field) {
        return field.replace(';', ',').replace('\n', ' ');
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }

    private static @Nullable Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}
