package io.homeostat.monitor.backtest;

import io.homeostat.model.reading.ReadingDecoder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time in a file: ISO-8601 with an offset, or without one and then in UTC, with a {@code T} or a space between date and
 * time; or milliseconds since the epoch. Immutable.
 *
 * @param millis in milliseconds since the epoch, in the years 1970 to 9999
 * @param zone how the file says what it is measured from
 */
record CsvTime(long millis, String zone) {

    private static final Pattern MILLIS = Pattern.compile("\\d{1,18}");
    private static final Pattern OFFSET = Pattern.compile(".{10}.*(?:[zZ]|[+-]\\d{2}:\\d{2})");
    private static final int DATE_LENGTH = 10;

    /** The time in a text; empty if it is none. */
    static Optional<CsvTime> parse(String text) {
        try {
            CsvTime time = MILLIS.matcher(text).matches()
                    ? new CsvTime(Long.parseLong(text), "in milliseconds since the epoch")
                    : iso(text);
            boolean known = time.millis >= 0 && time.millis <= ReadingDecoder.MAX_EVENT_TIME_MILLIS;
            return known ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static CsvTime iso(String text) {
        String iso = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1)
                : text;
        if (OFFSET.matcher(iso).matches()) {
            OffsetDateTime time = OffsetDateTime.parse(iso);
            return new CsvTime(
                    time.toInstant().toEpochMilli(),
                    "with the offset " + time.getOffset().getId());
        }
        return new CsvTime(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli(), "without an offset");
    }
}
