package io.homeostat.monitor.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.homeostat.model.reading.Reading;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.runtime.logging.LogText;
import io.homeostat.runtime.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of readings: CSV (RFC 4180) with a header that names the columns {@code timestamp} and {@code value}, and
 * {@code sensor} unless all are of one sensor. Used once.
 */
final class CsvFile {

    private static final int LONGEST_EXCERPT = 40;

    private final String onlySensor;
    private final Map<String, String> sensorIds = new HashMap<>();
    private final List<PastReading> readings = new ArrayList<>();
    private @Nullable String zone;

    /**
     * Nothing was read yet.
     *
     * @param onlySensor whose readings they are, in a file that does not say
     */
    CsvFile(String onlySensor) {
        this.onlySensor = onlySensor;
    }

    /**
     * All readings of a file in the order of their times, as if each had come at its time: a file has no order of arrival.
     *
     * @throws ProblemException 422 with the line, if one cannot be read
     */
    List<PastReading> read(byte[] file) {
        try (Reader text = new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> lines = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            Columns columns = null;
            for (CsvRecord line : lines) {
                if (columns == null) {
                    columns = Columns.of(line);
                } else {
                    readings.add(reading(line, columns));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw ProblemException.unprocessable("The file is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (readings.isEmpty()) {
            throw at(1, "there must be a header, such as sensor,timestamp,value, and a reading under it");
        }
        readings.sort(Comparator.comparingLong(PastReading::cameAtMillis));
        return readings;
    }

    private PastReading reading(CsvRecord line, Columns columns) {
        long number = line.getStartingLineNumber();
        if (line.getFieldCount() < columns.most()) {
            throw at(number, "there must be %d columns, was %d".formatted(columns.most(), line.getFieldCount()));
        }
        String sensor =
                columns.sensor < 0 ? onlySensor : line.getField(columns.sensor).strip();
        if (sensor.isEmpty() || sensor.length() > Reading.MAX_SENSOR_ID_LENGTH) {
            throw at(number, "sensor must be 1 to %d characters".formatted(Reading.MAX_SENSOR_ID_LENGTH));
        }
        long millis = millis(number, line.getField(columns.timestamp).strip());
        double value = value(number, line.getField(columns.value).strip());
        String known = sensorIds.computeIfAbsent(sensor, id -> id);
        return new PastReading(new Reading(known, value, millis, false), 0, readings.size(), millis);
    }

    private long millis(long number, String text) {
        CsvTime time = CsvTime.parse(text)
                .orElseThrow(() -> at(
                        number,
                        "timestamp must be a time such as 2026-11-23T08:15:00Z or 2026-11-23 08:15:00, or milliseconds"
                                + " since the epoch, was \"%s\"".formatted(excerpt(text))));
        String first = zone;
        if (first == null) {
            zone = time.zone();
        } else if (!first.equals(time.zone())) {
            throw at(number, "the time is %s, and those above it are %s".formatted(time.zone(), first));
        }
        return time.millis();
    }

    private static double value(long number, String text) {
        double value = Double.NaN;
        try {
            // Java would also read 1d and 1f
            boolean suffixed = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
            value = suffixed ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // said below, with what is allowed
        }
        if (!Double.isFinite(value)) {
            throw at(number, "value must be a finite number, was \"%s\"".formatted(excerpt(text)));
        }
        return value;
    }

    private static ProblemException at(long line, String sentence) {
        return ProblemException.unprocessable("Line %d: %s.".formatted(line, sentence));
    }

    private static String excerpt(String text) {
        return LogText.of(text, LONGEST_EXCERPT);
    }

    /** Where the columns stand; {@code sensor} is -1 where there is none. */
    private record Columns(int sensor, int timestamp, int value) {

        static Columns of(CsvRecord header) {
            List<String> names = header.getFields().stream()
                    .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                    .toList();
            Columns columns = new Columns(names.indexOf("sensor"), names.indexOf("timestamp"), names.indexOf("value"));
            if (columns.timestamp < 0 || columns.value < 0) {
                throw at(
                        1,
                        "the columns must be sensor, timestamp and value, or timestamp and value of one sensor, was \"%s\""
                                .formatted(excerpt(String.join(",", names))));
            }
            return columns;
        }

        int most() {
            return 1 + Math.max(sensor, Math.max(timestamp, value));
        }
    }
}
