package io.homeostat.benchmarks.healing.feed;

/**
 * Something that happened to a sensor, or to what it measures. Immutable.
 *
 * @param kind its kind, as the core names it
 * @param sensor the number of the sensor
 * @param beginMillis true time of its first reading
 * @param endMillis true time at which it is over
 * @param isEvent whether it is real: then nothing must be corrected
 * @param size how bad it is, in the sensor's unit or, for a drift, in units an hour; 0 where there is no size
 */
public record Trouble(String kind, int sensor, long beginMillis, long endMillis, boolean isEvent, double size) {}
