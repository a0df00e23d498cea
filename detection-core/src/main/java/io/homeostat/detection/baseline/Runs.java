package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * How surprising it is that a value is still the same: a stuck sensor. Mutable, not thread-safe; 48 bytes.
 *
 * <p>If q is the share of values so far that equal the one before, a run goes on for k more with probability q^k. Only what
 * a run is longer than twice the longest one before counts, and half of it, since equal values keep company. A series that was
 * never anything but constant has no run to compare with.
 */
final class Runs {

    /** How much of the geometric tail is believed. */
    private static final double WEIGHT = 0.5;

    /** A run becomes strange once it is so many times as long as the longest before it. */
    private static final int TIMES_LONGEST = 2;

    /** No shorter run is strange, whatever was before: a quarter of the window. */
    private static final int LEAST = 24;

    /** A run is told once, when it has become as improbable as this: one in a million. */
    private static final double TOLD_AT = 6;

    private double before = Double.NaN;
    private long count;
    private long equal;
    private long run;
    private long longest;
    private boolean changed;
    private boolean told;

    /** Takes a value, and tells its surprise: not 0 once in a run, if it has become far longer than all before. */
    double take(double value) {
        count++;
        if (value != before) {
            changed |= count > 1;
            before = value;
            longest = Math.max(longest, run);
            run = 0;
            told = false;
            return 0;
        }
        double share = (equal + 1.0) / (count + 1.0);
        equal++;
        run++;
        long usual = Math.max(LEAST, TIMES_LONGEST * longest);
        if (told || !changed || run <= usual) {
            return 0;
        }
        double surprise = WEIGHT * (run - usual) * -Math.log10(share);
        told = surprise >= TOLD_AT;
        return told ? TOLD_AT : 0;
    }

    void copyFrom(Runs other) {
        before = other.before;
        count = other.count;
        equal = other.equal;
        run = other.run;
        longest = other.longest;
        changed = other.changed;
        told = other.told;
    }

    void write(ByteWriter out) {
        out.writeDouble(before);
        out.writeLong(count);
        out.writeLong(equal);
        out.writeLong(run);
        out.writeLong(longest);
        out.writeByte(changed ? 1 : 0);
        out.writeByte(told ? 1 : 0);
    }

    void read(ByteReader in) {
        before = in.readDouble();
        count = in.readLong();
        equal = in.readLong();
        run = in.readLong();
        longest = in.readLong();
        changed = in.readByte() != 0;
        told = in.readByte() != 0;
    }
}
