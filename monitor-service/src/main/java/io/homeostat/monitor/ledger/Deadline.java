package io.homeostat.monitor.ledger;

import java.time.Duration;

/**
 * By when something must be done, by the machine's own running clock. Immutable.
 *
 * @param atNanos the moment, by {@link System#nanoTime()}
 */
public record Deadline(long atNanos) {

    /** In a while from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Whether the time is over. */
    public boolean isOver() {
        return System.nanoTime() - atNanos >= 0;
    }

    /** The time until then, a millisecond at least, since nothing is no bound to Kafka. */
    public Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, atNanos - System.nanoTime()));
    }
}
