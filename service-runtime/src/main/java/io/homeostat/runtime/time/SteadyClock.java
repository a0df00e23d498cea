package io.homeostat.runtime.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that shows the system's time as it was when this one was made, and since then goes by the monotonic clock: no
 * step of the system's clock moves it, so that the durations between its instants are true. It drifts from a clock that is
 * being corrected, by what that is corrected. Thread-safe.
 */
public final class SteadyClock extends Clock {

    private final Instant begin;
    private final long beginNanos;
    private final LongSupplier nanos;

    private SteadyClock(Instant begin, LongSupplier nanos) {
        this.begin = begin;
        this.beginNanos = nanos.getAsLong();
        this.nanos = nanos;
    }

    /** One that begins now. */
    public static SteadyClock start() {
        return new SteadyClock(Clock.systemUTC().instant(), System::nanoTime);
    }

    static SteadyClock start(Instant begin, LongSupplier nanos) {
        return new SteadyClock(begin, nanos);
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(nanos.getAsLong() - beginNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            throw new IllegalArgumentException("the zone must be UTC, was " + zone);
        }
        return this;
    }
}
