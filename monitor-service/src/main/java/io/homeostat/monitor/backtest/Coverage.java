package io.homeostat.monitor.backtest;

import io.homeostat.detection.series.Arrival;
import io.homeostat.monitor.past.PastReading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of the range that was asked for there really was. Not thread-safe. */
final class Coverage {

    private static final long UNSET = Long.MIN_VALUE;
    private static final Duration LEAST_SPAN = Duration.ofMinutes(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final long fromMillis;
    private long earliestMillis = Long.MAX_VALUE;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = UNSET;
    private long lastCameAtMillis = UNSET;
    private long readings;
    private long tooLate;
    private int sensors;

    /** Nothing yet of a range that begins at a time; of one without a beginning, if that is {@code null}. */
    Coverage(@Nullable Instant from) {
        fromMillis = from == null ? UNSET : from.toEpochMilli();
    }

    void add(PastReading past, SeriesRun series, boolean judged, Arrival arrival) {
        long timeMillis = past.reading().eventTimeMillis();
        lastCameAtMillis = Math.max(lastCameAtMillis, past.cameAtMillis());
        if (!judged) {
            return;
        }
        earliestMillis = Math.min(earliestMillis, timeMillis);
        if (arrival == Arrival.TOO_LATE) {
            tooLate++;
        }
        if (timeMillis >= fromMillis) {
            readings++;
            sensors += series.counted ? 0 : 1;
            series.counted = true;
            firstMillis = Math.min(firstMillis, timeMillis);
            lastMillis = Math.max(lastMillis, timeMillis);
        }
    }

    long readings() {
        return readings;
    }

    long tooLate() {
        return tooLate;
    }

    int sensors() {
        return sensors;
    }

    /** When the last reading came that was looked at, by its record's timestamp. */
    long lastCameAtMillis() {
        return lastCameAtMillis;
    }

    @Nullable
    Instant first() {
        return readings == 0 ? null : Instant.ofEpochMilli(firstMillis);
    }

    @Nullable
    Instant last() {
        return readings == 0 ? null : Instant.ofEpochMilli(lastMillis);
    }

    double warmUpSeconds() {
        return fromMillis == UNSET || earliestMillis >= fromMillis ? 0 : (fromMillis - earliestMillis) / 1000.0;
    }

    /** So many in the range that was there, as many in a week; a range of less than a minute counts as one. */
    double perWeek(int count) {
        long spanMillis = readings == 0 ? 0 : lastMillis - firstMillis;
        return (double) count * WEEK.toMillis() / Math.max(spanMillis, LEAST_SPAN.toMillis());
    }
}
