package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * How long a series has shown the same value, and from when on that is no chance. Mutable, not thread-safe; 48 bytes.
 *
 * <p>If a share q of the readings equals the one before, k more in a row are chance with q^k. A coarse sensor has a large
 * q and gets long runs; of a fine one four equal steps are already less than one in a million. Equal values keep company,
 * so no run counts as stuck that is not longer than the longest healthy one.
 */
final class StuckRun {

    private static final double LOG_CHANCE = Math.log(1e-6);
    private static final int LEAST = 4;

    /** What is known of a series that is not yet known: one equal step in ten. */
    private static final double FEWEST = 20;

    private static final double MOST_COUNTED = 20_000;

    private double anchor = Double.NaN;
    private double steps;
    private double equalSteps;
    private int run;
    private int longest;

    /** Takes a value; equal is what lies within a tolerance of the run's first. */
    void take(double value, double tolerance) {
        if (Math.abs(value - anchor) <= tolerance) {
            run++;
            return;
        }
        if (!Double.isNaN(anchor)) {
            if (!isStuck()) {
                longest = Math.max(longest, run);
                equalSteps += run;
                steps += run + 1;
                if (steps > MOST_COUNTED) {
                    steps /= 2;
                    equalSteps /= 2;
                }
            }
        }
        anchor = value;
        run = 0;
    }

    /** How many steps the value has been the same. */
    int length() {
        return run;
    }

    /** Whether it has been the same for too long to be chance. */
    boolean isStuck() {
        return run >= needed();
    }

    /** How many equal steps are too many. */
    int needed() {
        double share = (equalSteps + 0.1 * FEWEST) / (steps + FEWEST);
        int improbable = (int) Math.ceil(LOG_CHANCE / Math.log(Math.min(0.999, share)));
        int company = longest > LEAST ? longest + longest / 2 : longest + 2;
        return Math.max(Math.max(LEAST, improbable), company);
    }

    void write(ByteWriter out) {
        out.writeDouble(anchor);
        out.writeDouble(steps);
        out.writeDouble(equalSteps);
        out.writeLong(run);
        out.writeLong(longest);
    }

    void read(ByteReader in) {
        anchor = in.readDouble();
        steps = in.readDouble();
        equalSteps = in.readDouble();
        run = in.readInt();
        longest = in.readInt();
    }
}
