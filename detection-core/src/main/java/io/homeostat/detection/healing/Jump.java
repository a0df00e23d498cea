package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/** How a jump away from what was expected goes on: back, onwards, elsewhere, or nowhere. Mutable, not thread-safe; 50 bytes. */
final class Jump {

    /** In its first readings a jump may turn out to be shared. */
    static final int FRESH = 3;

    private static final int RISING = 2;
    private static final double GROWN = 1.4;
    private static final double STAYS_NOISES = 6.5;
    private static final double STAYS_SHARE = 0.2;

    private double first;
    private double last;
    private double anchor;
    private int count;
    private int same;
    private int wild;
    private int rising;

    /** Begins with the first reading's distance from what was expected. */
    void begin(double off) {
        clear();
        first = off;
        last = off;
        anchor = 0;
    }

    void clear() {
        count = 0;
        same = 0;
        wild = 0;
        rising = 0;
    }

    /** One more reading that is not back. */
    void next() {
        count++;
    }

    /** Takes the reading's distance as one that stays where the one before was, or not. */
    void follow(double off, double noise) {
        boolean stays =
                Math.abs(off - last) <= Math.max(STAYS_NOISES * Math.sqrt(noise), STAYS_SHARE * Math.abs(first));
        last = off;
        same = stays ? same + 1 : 0;
        wild = stays ? 0 : wild + 1;
    }

    /** Whether it goes on rising, from one reading to the next or from the first on. */
    boolean isRising(double off, double noise) {
        double scatter = Math.sqrt(noise);
        boolean higher =
                Math.abs(off) > Math.abs(last) + 2 * scatter || Math.abs(off) > GROWN * Math.abs(first) + 3 * scatter;
        rising = off * first > 0 && higher ? rising + 1 : 0;
        return rising >= RISING;
    }

    /** Takes a distance of one that has jumped for good. */
    void stay(double off) {
        last = off;
    }

    /** Takes one of the first distances at the new level. */
    void settle(double off) {
        if (same == 1) {
            anchor = off;
        }
        anchor += (off - anchor) / same;
    }

    double first() {
        return first;
    }

    /** How far the new level is, as it was at first. */
    double anchor() {
        return anchor;
    }

    int count() {
        return count;
    }

    /** How many readings on end have stayed. */
    int same() {
        return same;
    }

    /** How many readings on end lay elsewhere. */
    int wild() {
        return wild;
    }

    boolean isFresh() {
        return count < FRESH;
    }

    void write(ByteWriter out) {
        out.writeDouble(first);
        out.writeDouble(last);
        out.writeDouble(anchor);
        out.writeLong(count);
        out.writeLong(same);
        out.writeLong(wild);
        out.writeLong(rising);
    }

    void read(ByteReader in) {
        first = in.readDouble();
        last = in.readDouble();
        anchor = in.readDouble();
        count = in.readInt();
        same = in.readInt();
        wild = in.readInt();
        rising = in.readInt();
    }
}
