package io.homeostat.monitor.backtest;

import io.homeostat.monitor.past.PastReadings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up from a backtest's work twenty times a second: whether it has gone on for long enough, what is to be told of it,
 * and whether the live readings wait, to which it then gives way. Cancelling is thread-safe, all else belongs to its
 * thread.
 */
final class Pulse implements BooleanSupplier {

    /** From so many live readings on that wait, it gives way: as the store does. */
    static final long MANY_READINGS = 20_000;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PAUSE_MILLIS = 200;
    private static final int READINGS_BETWEEN_LOOKS = 256;

    private final BacktestProperties bounds;
    private final LongSupplier nanoTime;
    private final LongSupplier waitingReadings;
    private final Audience audience;
    private final long beganNanos;

    private @Nullable PastReadings followed;
    private long readings;
    private long nextLookNanos;
    private long nextTellNanos;
    private @Nullable String truncation;
    private volatile boolean cancelled;

    /**
     * A pulse that begins now.
     *
     * @param waitingReadings how many live readings wait for their verdict
     */
    Pulse(BacktestProperties bounds, LongSupplier nanoTime, LongSupplier waitingReadings, Audience audience) {
        this.bounds = bounds;
        this.nanoTime = nanoTime;
        this.waitingReadings = waitingReadings;
        this.audience = audience;
        this.beganNanos = nanoTime.getAsLong();
        this.nextLookNanos = beganNanos;
        this.nextTellNanos = beganNanos;
    }

    void follow(PastReadings past) {
        followed = past;
    }

    /** Counts a reading that is about to be judged; false: no more are. */
    boolean admits() {
        if (readings == bounds.readingsMax()) {
            truncation = "It ended after %,d readings, the most that homeostat.backtest.readings-max allows."
                    .formatted(readings);
            return false;
        }
        return ++readings % READINGS_BETWEEN_LOOKS != 0 || !getAsBoolean();
    }

    /** Whether it is enough. */
    @Override
    public boolean getAsBoolean() {
        long now = nanoTime.getAsLong();
        if (now - nextLookNanos < 0) {
            return cancelled || truncation != null;
        }
        tell(now);
        giveWay();
        if (now - beganNanos >= bounds.timeMax().toNanos()) {
            endFor("It ended after %s, the longest that homeostat.backtest.time-max allows.".formatted(seconds()));
        }
        nextLookNanos = nanoTime.getAsLong() + LOOK_NANOS;
        return cancelled || truncation != null;
    }

    /** Ends it for a reason; the first reason counts. */
    void endFor(String sentence) {
        if (truncation == null) {
            truncation = sentence;
        }
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    Optional<String> truncation() {
        return Optional.ofNullable(truncation);
    }

    long readings() {
        return readings;
    }

    Duration elapsed() {
        return Duration.ofNanos(Math.max(1, nanoTime.getAsLong() - beganNanos));
    }

    private void tell(long now) {
        PastReadings past = followed;
        if (now - nextTellNanos >= 0 && past != null) {
            nextTellNanos = now + TELL_NANOS;
            if (!audience.progress(readings, past.share())) {
                cancelled = true;
            }
        }
    }

    private void giveWay() {
        if (waitingReadings.getAsLong() < MANY_READINGS) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            cancelled = true;
            Thread.currentThread().interrupt();
        }
    }

    private String seconds() {
        return bounds.timeMax().toSeconds() + " s";
    }
}
