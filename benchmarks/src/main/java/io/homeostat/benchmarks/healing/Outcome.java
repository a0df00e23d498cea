package io.homeostat.benchmarks.healing;

import io.homeostat.detection.healing.FaultKind;

/**
 * What became of one reading. Immutable.
 *
 * @param value the value to use, NaN where there is none to trust
 * @param flag the standard's number
 * @param kind what was the matter with it
 * @param method how the value was found
 * @param uncertainty one standard deviation, NaN where it is not told
 */
public record Outcome(double value, int flag, FaultKind kind, String method, double uncertainty) {

    /** Whether a reading is suspected or worse. */
    public boolean isFlagged() {
        return flag == 3 || flag == 4;
    }

    /** Whether there is another value in the place of the raw one. */
    public boolean isMended() {
        return !method.equals("none") || Double.isNaN(value);
    }
}
