package io.homeostat.producer.simulation;

import java.time.Duration;

/**
 * Says when the readings of an even flow are due. Not thread-safe.
 *
 * <p>Who falls behind a little catches up; who falls behind by more than {@link #MAX_LAG}, because Kafka was away, goes on
 * from now, as sensors do that buffer nothing.
 */
final class Pacer {

    static final Duration MAX_LAG = Duration.ofSeconds(5);

    private static final double NANOS_PER_SECOND = 1e9;

    private final double rate;
    private long anchorNanos;
    private long anchorIndex;

    /**
     * @param rate readings per second, above 0
     * @param startNanos when the reading with index 0 is due, on the clock that the other methods use, too
     */
    Pacer(double rate, long startNanos) {
        this.rate = rate;
        this.anchorNanos = startNanos;
    }

    /** When a reading is due. */
    long dueNanos(long index) {
        return anchorNanos + (long) ((index - anchorIndex) / rate * NANOS_PER_SECOND);
    }

    /** How many readings, from index 0, are due. */
    long dueBy(long nowNanos) {
        return anchorIndex + (long) ((nowNanos - anchorNanos) * rate / NANOS_PER_SECOND) + 1;
    }

    /** Goes on from now if the next reading is overdue by too much. */
    void forgive(long nextIndex, long nowNanos) {
        if (nowNanos - dueNanos(nextIndex) > MAX_LAG.toNanos()) {
            anchorNanos = nowNanos;
            anchorIndex = nextIndex;
        }
    }
}
