package io.homeostat.detection.condition;

/** Takes what a {@link Memory} finds of a series, in the order of event time. */
@FunctionalInterface
public interface Verdicts {

    /** The partition of a verdict that no reading gave: time did, which comes before the readings of the same moment. */
    int BY_TIME = -1;

    /**
     * Takes one verdict.
     *
     * @param atMillis the event time that it is about, in milliseconds since the epoch
     * @param finding what the condition says
     * @param level how bad a breach is: 0, or the index of one of the condition's severities
     * @param measure what was compared with the limits: the value, a mean, a rate; {@code NaN} where there is no such
     * @param partition the partition of the reading that it is about, {@link #BY_TIME} where it is about none
     * @param offset that reading's offset
     */
    void verdict(long atMillis, Finding finding, int level, double measure, int partition, long offset);
}
