package io.homeostat.benchmarks.healing.feed;

/**
 * One reading as it was sent, with its truth. Immutable.
 *
 * @param sensor the number of its sensor in the feed
 * @param timeMillis the time stamp that it carries, which a wrong clock falsifies
 * @param value the value that it carries; NaN where it is no number
 * @param truth the true temperature without the sensor's noise; NaN where it is not known
 * @param trouble the number of the trouble that it is part of; {@link #NONE} where there is none
 * @param came whether it came; a reading that never came is known by its truth alone
 */
public record FeedRow(int sensor, long timeMillis, double value, double truth, int trouble, boolean came) {

    /** No trouble. */
    public static final int NONE = -1;
}
