package io.homeostat.monitor.alerting;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets readings go first: while many wait for their verdict, the store is written at most once a second, in larger
 * batches. Alerts then come to the pages later, and not less. Not thread-safe.
 *
 * <p>Judging and storing share the processor; what is judged stands on Kafka and can be stored at any time, what is not
 * judged warns nobody.
 */
final class Courtesy {

    /** From so many readings on that wait, the store gives way: what a busy plant sends in a second. */
    static final long MANY_READINGS = 20_000;

    static final long PAUSE_MILLIS = 1_000;

    private final LongSupplier waitingReadings;

    Courtesy(LongSupplier waitingReadings) {
        this.waitingReadings = waitingReadings;
    }

    /** Returns when the store may be written. */
    void giveWay() {
        if (waitingReadings.getAsLong() < MANY_READINGS) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
