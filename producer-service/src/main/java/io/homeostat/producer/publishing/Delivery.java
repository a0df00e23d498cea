package io.homeostat.producer.publishing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the records that belong together: those of one request, or of one simulation. Thread-safe; its size
 * does not depend on their number.
 */
public final class Delivery {

    private final boolean bounded;
    private final long deadlineNanos;

    private long sent;
    private long acknowledged;
    private long failed;
    private @Nullable Exception firstFailure;

    private Delivery(boolean bounded, long deadlineNanos) {
        this.bounded = bounded;
        this.deadlineNanos = deadlineNanos;
    }

    /** A delivery that waits as long as it takes. */
    public static Delivery unbounded() {
        return new Delivery(false, 0);
    }

    /** A delivery that is over, well or not, after a time from now. */
    public static Delivery within(Duration timeout) {
        return new Delivery(true, System.nanoTime() + timeout.toNanos());
    }

    /** Whether there is a time after which it is over. */
    boolean isBounded() {
        return bounded;
    }

    /** How long it may still wait, in nanoseconds, 0 or more. */
    long remainingNanos() {
        return bounded ? Math.max(0, deadlineNanos - System.nanoTime()) : Long.MAX_VALUE;
    }

    /** Says that a record is about to be sent. */
    public synchronized void sent() {
        sent++;
    }

    /** Says that Kafka has a record, on all replicas that are in sync. */
    public synchronized void acknowledged() {
        acknowledged++;
        notifyAll();
    }

    /** Says that a record was given up. */
    public synchronized void failed(Exception reason) {
        failed++;
        if (firstFailure == null) {
            firstFailure = reason;
        }
        notifyAll();
    }

    /** How many records were sent. */
    public synchronized long sentCount() {
        return sent;
    }

    /** How many records Kafka has acknowledged. */
    public synchronized long acknowledgedCount() {
        return acknowledged;
    }

    /** How many records were given up. */
    public synchronized long failedCount() {
        return failed;
    }

    /** Why the first record was given up that was; {@code null} if none was. */
    public synchronized @Nullable Exception firstFailure() {
        return firstFailure;
    }

    /**
     * Waits until Kafka has acknowledged every record, one was given up, or the time is over.
     *
     * @return whether Kafka has acknowledged every record
     */
    public synchronized boolean await() throws InterruptedException {
        while (acknowledged < sent && failed == 0) {
            long remaining = remainingNanos();
            if (remaining == 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(remaining, 1_000_000));
        }
        return acknowledged == sent;
    }
}
