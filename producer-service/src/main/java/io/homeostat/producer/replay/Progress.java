package io.homeostat.producer.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come. Immutable.
 *
 * @param sent readings sent so far
 * @param total readings in all
 * @param startedAt when the first was due
 * @param now when this was so
 */
record Progress(long sent, long total, Instant startedAt, Instant now) {

    /** The part that was sent, 0 to 1. */
    double part() {
        return total == 0 ? 1 : Math.round(10_000.0 * sent / total) / 10_000.0;
    }

    /** The mean rate since the start, in readings per second. */
    double perSecond() {
        double seconds = Duration.between(startedAt, now).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : Math.round(10 * sent / seconds) / 10.0;
    }

    /**
     * When it will end: as the timetable says, and later if the readings come slower than that.
     *
     * @param scheduled when the last reading is due
     * @return {@code null} while nobody knows yet
     */
    @Nullable
    Instant eta(Instant scheduled) {
        if (scheduled.isAfter(now)) {
            return scheduled;
        }
        double rate = perSecond();
        return rate == 0 ? null : now.plusMillis(Math.round((total - sent) / rate * 1000));
    }
}
