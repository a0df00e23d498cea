package io.homeostat.benchmarks.healing;

/**
 * A value for a reading that never came. Immutable.
 *
 * @param after the number of the row in whose wake it was filled in
 * @param sensor the number of its sensor
 * @param timeMillis when the reading was due
 * @param outcome the value
 */
public record Filled(int after, int sensor, long timeMillis, Outcome outcome) {}
