package io.homeostat.runtime.chaos;

import io.homeostat.runtime.logging.LogText;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How a fault is to be. Immutable; what a fault has no use for it leaves aside.
 *
 * @param times how often; {@code null}: once
 * @param delay of each record; {@code null}: 5 ms
 * @param duration until it ends by itself; {@code null}: it does not
 * @param bytes how much; {@code null}: 64 MiB; 0: as much as there is
 */
record FaultOrder(
        @Nullable Integer times,
        @Nullable Duration delay,
        @Nullable Duration duration,
        @Nullable Long bytes) {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final Duration USUAL_DELAY = Duration.ofMillis(5);
    private static final String A_DURATION = "a duration such as PT10S or 10s";
    private static final long USUAL_BYTES = 64L * 1024 * 1024;

    FaultOrder {
        if (times != null && times < 1) {
            throw ProblemException.unprocessable("times must be at least 1, was " + times);
        }
        if (bytes != null && bytes < 0) {
            throw ProblemException.unprocessable("bytes must be at least 0, was " + bytes);
        }
        check("delay", delay, LONGEST_DELAY);
        check("duration", duration, LONGEST);
    }

    /** As it is written, numbers as digits and times as {@code PT10S} or {@code 10s}. */
    static FaultOrder read(
            @Nullable String times, @Nullable String delay, @Nullable String duration, @Nullable String bytes) {
        return new FaultOrder(
                read("times", times, "a whole number", Integer::valueOf),
                read("delay", delay, A_DURATION, DurationStyle::detectAndParse),
                read("duration", duration, A_DURATION, DurationStyle::detectAndParse),
                read("bytes", bytes, "a whole number", Long::valueOf));
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, String allowed, Function<String, T> reading) {
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw ProblemException.unprocessable("%s must be %s, was %s".formatted(name, allowed, LogText.of(text)));
        }
    }

    int timesOrOne() {
        return times == null ? 1 : times;
    }

    Duration delayOrUsual() {
        return delay == null ? USUAL_DELAY : delay;
    }

    long bytesOrUsual() {
        return bytes == null ? USUAL_BYTES : bytes;
    }

    /** The time in which it is to have its effect, from now on. */
    Span span() {
        return Span.fromNow(duration);
    }

    private static void check(String name, @Nullable Duration value, Duration longest) {
        if (value != null && (value.isZero() || value.isNegative() || value.compareTo(longest) > 0)) {
            throw ProblemException.unprocessable(
                    "%s must be a duration longer than PT0S and at most %s, was %s".formatted(name, longest, value));
        }
    }
}
