package io.homeostat.producer.replay;

/** What a line of a recording holds. */
sealed interface Row {

    /** The line in the file, from 1. */
    long line();

    /**
     * A recorded reading. Immutable.
     *
     * @param timeMillis when it was taken, in milliseconds since the epoch
     */
    record TimedValue(long line, long timeMillis, double value) implements Row {}

    /** A line that cannot be read, and why. Immutable. */
    record BadLine(long line, String reason) implements Row {}
}
