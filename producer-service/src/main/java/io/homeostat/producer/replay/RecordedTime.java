package io.homeostat.producer.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads the times of recordings: ISO-8601 with an offset, or without one and then in UTC, with a {@code T} or a space
 * between date and time; or milliseconds since the epoch. Years 1970 to 9999.
 */
final class RecordedTime {

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final Pattern MILLIS = Pattern.compile("-?\\d{1,18}");
    private static final Pattern OFFSET = Pattern.compile(".*(?:[zZ]|[+-]\\d{2}(?::?\\d{2})?)");
    private static final int DATE_LENGTH = 10;

    private RecordedTime() {}

    /** The time in milliseconds since the epoch, or nothing if the text is no such time. */
    static OptionalLong parse(String text) {
        try {
            long millis = MILLIS.matcher(text).matches() ? Long.parseLong(text) : iso(text);
            return millis >= 0 && millis <= LATEST ? OptionalLong.of(millis) : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static long iso(String text) {
        String iso = text;
        if (text.length() == DATE_LENGTH) {
            iso = text + "T00:00:00";
        } else if (text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ') {
            iso = text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1);
        }
        boolean hasOffset = iso.length() > DATE_LENGTH
                && OFFSET.matcher(iso.substring(DATE_LENGTH)).matches();
        return hasOffset
                ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
