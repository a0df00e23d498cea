package io.homeostat.producer.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.homeostat.runtime.logging.LogText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording, line by line: CSV (RFC 4180) with a header that names the columns {@code timestamp} and {@code value},
 * in any order and among others. A line that cannot be read is told, not thrown. Not thread-safe.
 */
final class Recording implements AutoCloseable {

    private static final int LONGEST_EXCERPT = 40;

    private final CloseableIterator<CsvRecord> records;
    private final int timeColumn;
    private final int valueColumn;
    private boolean broken;

    /**
     * @param reader the text, which {@link #close} closes
     * @throws UnreadableRecordingException if the header names no such columns
     */
    Recording(Reader reader) {
        records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader)
                .iterator();
        List<String> header = header();
        timeColumn = header.indexOf("timestamp");
        valueColumn = header.indexOf("value");
        if (timeColumn < 0 || valueColumn < 0) {
            throw new UnreadableRecordingException(
                    "the first line must name the columns timestamp and value, was: " + excerpt(header.toString()));
        }
    }

    private List<String> header() {
        try {
            return records.hasNext()
                    ? records.next().getFields().stream()
                            .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                            .toList()
                    : List.of();
        } catch (CsvParseException e) {
            throw new UnreadableRecordingException("the first line is no CSV: " + e.getMessage());
        }
    }

    /** The next line; {@code null}: there is none. */
    @Nullable
    Row next() {
        try {
            return !broken && records.hasNext() ? row(records.next()) : null;
        } catch (CsvParseException | UncheckedIOException e) {
            broken = true;
            return new Row.BadLine(0, "the rest of the file is no CSV: " + e.getMessage());
        }
    }

    private Row row(CsvRecord record) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() <= Math.max(timeColumn, valueColumn)) {
            return new Row.BadLine(line, "timestamp or value is missing");
        }
        String timeText = record.getField(timeColumn).strip();
        OptionalLong time = RecordedTime.parse(timeText);
        if (time.isEmpty()) {
            return new Row.BadLine(
                    line,
                    "timestamp must be ISO-8601 or epoch milliseconds in the years 1970 to 9999, was \"%s\""
                            .formatted(excerpt(timeText)));
        }
        String valueText = record.getField(valueColumn).strip();
        double value = number(valueText);
        if (!Double.isFinite(value)) {
            return new Row.BadLine(line, "value must be a finite number, was \"%s\"".formatted(excerpt(valueText)));
        }
        return new Row.TimedValue(line, time.getAsLong(), value);
    }

    private static double number(String text) {
        try {
            boolean suffixed = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
            return suffixed ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String excerpt(String text) {
        return LogText.of(text, LONGEST_EXCERPT);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
