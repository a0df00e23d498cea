package io.homeostat.benchmarks.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of readings, {@code timestamp,value} with a heading. A local time is taken as UTC; a value that is no number is
 * kept as NaN, so that each row of the file has its score.
 */
record Recording(List<Row> rows) {

    /** One row, with its two texts as they stand in the file. */
    record Row(String timestamp, String valueText, long timeMillis, double value) {}

    Recording {
        rows = List.copyOf(rows);
    }

    static Recording read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Row> rows = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                rows.add(row(line, file + " line " + (i + 1)));
            }
        }
        return new Recording(rows);
    }

    private static Row row(String line, String place) {
        int comma = line.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("%s must be timestamp,value, was \"%s\"".formatted(place, line));
        }
        int end = line.indexOf(',', comma + 1);
        String timestamp = line.substring(0, comma);
        String value = line.substring(comma + 1, end < 0 ? line.length() : end);
        return new Row(timestamp, value, timeMillis(timestamp.strip(), place), number(value.strip()));
    }

    private static long timeMillis(String text, String place) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the time in %s must be like 2014-04-10 07:15:00, was \"%s\"".formatted(place, text), e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The lowest finite value; infinite if there is none. */
    double lowest() {
        return rows.stream()
                .mapToDouble(Row::value)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The highest finite value; infinite if there is none. */
    double highest() {
        return rows.stream()
                .mapToDouble(Row::value)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
