package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * When a sensor's readings were truly taken, and how far apart they are. Mutable, not thread-safe; 64 bytes.
 *
 * <p>A time stamp is believed if it goes on from the one before, or fits to the siblings' clocks; so a gap is no jump. A
 * sensor alone is believed whenever its clock does not go back. A gap of a new length that comes {@value #CONVINCING} times
 * on end is the new interval.
 */
final class SeriesClock {

    private static final long LATENESS_MILLIS = 10_000;
    private static final long LEAST_TOLERANCE_MILLIS = 30_000;
    private static final double TOLERANCE_INTERVALS = 2.5;
    private static final double SAME = 0.3;
    private static final int CONVINCING = 4;

    /** After so many readings with a clock that went back, it is the clock that counts. */
    private static final int ACCEPTED_AFTER = 240;

    private long intervalMillis;
    private long nowMillis = Long.MIN_VALUE;
    private long stampBeforeMillis;
    private long shiftMillis;
    private int shifted;
    private long candidateMillis;
    private int candidates;
    private boolean jumped;
    private boolean late;

    SeriesClock(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    /** Takes a time stamp, and what the siblings' clocks say or {@link Long#MIN_VALUE}; answers when it truly is. */
    long take(long stampMillis, long siblingsMillis) {
        jumped = false;
        late = false;
        if (nowMillis == Long.MIN_VALUE) {
            nowMillis = stampMillis;
            stampBeforeMillis = stampMillis;
            return nowMillis;
        }
        long now = siblingsMillis == Long.MIN_VALUE ? alone(stampMillis) : among(stampMillis, siblingsMillis);
        if (!late) {
            nowMillis = Math.max(now, nowMillis);
            learn(stampMillis - stampBeforeMillis);
            stampBeforeMillis = stampMillis;
        }
        return now;
    }

    private long tolerance() {
        return Math.max(LEAST_TOLERANCE_MILLIS, Math.round(TOLERANCE_INTERVALS * intervalMillis));
    }

    private long among(long stamp, long siblings) {
        boolean near = intervalMillis == 0 || stamp - nowMillis <= tolerance();
        boolean goesOn = shifted == 0 && stamp >= nowMillis && near;
        boolean fits = Math.abs(stamp - siblings) <= tolerance();
        boolean fillsGap = shifted == 0 && stamp >= nowMillis && stamp <= siblings + tolerance();
        if (goesOn || fillsGap || (fits && stamp >= nowMillis)) {
            shifted = 0;
            return stamp;
        }
        if (stamp < nowMillis && stamp >= nowMillis - Math.max(LATENESS_MILLIS, intervalMillis / 2) && shifted == 0) {
            late = true;
            return stamp;
        }
        jumped = true;
        shifted = Math.min(shifted + 1, ACCEPTED_AFTER);
        long expected = nowMillis + intervalMillis;
        return Math.abs(expected - siblings) <= tolerance() ? expected : Math.max(nowMillis, siblings);
    }

    private long alone(long stamp) {
        if (shifted > 0) {
            boolean back = stamp >= nowMillis && stamp - nowMillis <= tolerance();
            shifted = back || shifted >= ACCEPTED_AFTER ? 0 : shifted + 1;
            jumped = shifted > 0;
            return jumped ? Math.max(nowMillis, stamp - shiftMillis) : stamp;
        }
        if (stamp >= nowMillis) {
            return stamp;
        }
        if (stamp >= nowMillis - Math.max(LATENESS_MILLIS, intervalMillis / 2)) {
            late = true;
            return stamp;
        }
        jumped = true;
        shifted = 1;
        shiftMillis = stamp - (nowMillis + intervalMillis);
        return nowMillis + intervalMillis;
    }

    private void learn(long step) {
        if (step <= 0) {
            return;
        }
        if (intervalMillis == 0) {
            intervalMillis = step;
        } else if (Math.abs(step - intervalMillis) <= SAME * intervalMillis) {
            candidates = 0;
        } else if (candidates > 0 && Math.abs(step - candidateMillis) <= SAME * candidateMillis) {
            if (++candidates >= CONVINCING) {
                intervalMillis = candidateMillis;
                candidates = 0;
            }
        } else {
            candidateMillis = step;
            candidates = 1;
        }
    }

    /** The newest time; {@link Long#MIN_VALUE} before the first reading. */
    long nowMillis() {
        return nowMillis;
    }

    /** The time between two readings; 0 as long as it is not known. */
    long intervalMillis() {
        return intervalMillis;
    }

    /** A time in intervals after another. */
    double steps(long fromMillis, long toMillis) {
        return intervalMillis == 0 ? 1 : (toMillis - fromMillis) / (double) intervalMillis;
    }

    /** Whether the newest time stamp was not believed. */
    boolean hasJumped() {
        return jumped;
    }

    /** Whether the newest reading came a little out of order. */
    boolean isLate() {
        return late;
    }

    void write(ByteWriter out) {
        out.writeLong(intervalMillis);
        out.writeFixedLong(nowMillis);
        out.writeFixedLong(stampBeforeMillis);
        out.writeLong(shiftMillis);
        out.writeLong(shifted);
        out.writeLong(candidateMillis);
        out.writeLong(candidates);
    }

    void read(ByteReader in) {
        intervalMillis = in.readLong();
        nowMillis = in.readFixedLong();
        stampBeforeMillis = in.readFixedLong();
        shiftMillis = in.readLong();
        shifted = in.readInt();
        candidateMillis = in.readLong();
        candidates = in.readInt();
    }
}
