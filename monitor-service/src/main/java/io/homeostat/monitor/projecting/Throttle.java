package io.homeostat.monitor.projecting;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lets something happen once in an interval at most, and counts what it left out. Thread-safe. */
public final class Throttle {

    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private boolean used;
    private long lastNanos;
    private long leftOut;

    public Throttle(Duration interval) {
        this(interval, System::nanoTime);
    }

    Throttle(Duration interval, LongSupplier nanoTime) {
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Does it with the number left out before, unless the interval is not over. */
    public void run(LongConsumer action) {
        long before;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            if (used && now - lastNanos < intervalNanos) {
                leftOut++;
                return;
            }
            used = true;
            lastNanos = now;
            before = leftOut;
            leftOut = 0;
        }
        action.accept(before);
    }

    /** Lets the next one happen at once. */
    public synchronized void reset() {
        used = false;
        leftOut = 0;
    }
}
