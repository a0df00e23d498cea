package io.homeostat.benchmarks.healing.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plain CSV files: a header, no quotes, cells that may be empty. Stateless. */
final class Csv {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Csv() {}

    /** The cells of each row below the header, which must begin with the columns that are asked for. */
    static List<String[]> rows(Path file, String... columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String header = lines.readLine();
            String wanted = String.join(",", columns);
            if (header == null
                    || !header.replace("\uFEFF", "").replace(" ", "").strip().startsWith(wanted)) {
                throw new IllegalArgumentException("%s must begin with %s, was \"%s\"".formatted(file, wanted, header));
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(cells(line, columns.length, file));
                }
            }
        }
        return rows;
    }

    private static String[] cells(String line, int count, Path file) {
        String[] cells = line.split(",", -1);
        if (cells.length < count) {
            throw new IllegalArgumentException(
                    "a row of %s must have %d cells, was \"%s\"".formatted(file, count, line));
        }
        return cells;
    }

    /** A time: ISO-8601 with an offset, or milliseconds since the epoch. */
    static long timeMillis(String text, Path file) {
        String stripped = text.strip();
        try {
            return stripped.matches("-?\\d+")
                    ? Long.parseLong(stripped)
                    : OffsetDateTime.parse(stripped.replace(' ', 'T'), TIME)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a time in %s must be ISO-8601 with an offset or epoch milliseconds, was \"%s\""
                            .formatted(file, text),
                    e);
        }
    }

    /** A number; NaN where the text is empty or none. */
    static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
