package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.util.Arrays;

/**
 * What is usual at each hour of the day, between the hours by a straight line. Mutable, not thread-safe; 300 bytes. What an
 * hour was like counts a day later, so that what turns out to be a fault until then can be forgotten; a day counts for a
 * quarter.
 */
final class DailyProfile {

    private static final int HOURS = 24;
    private static final long HOUR_MILLIS = 3_600_000;
    /** Seen on one day, and counted on none. */
    private static final byte SEEN = 1;

    private static final int MOST_DAYS = SEEN + 4;

    private final float[] usual = new float[HOURS];
    private final float[] pending = new float[HOURS];
    private final byte[] days = new byte[HOURS];
    private int known;
    private long hour = -1;
    private double sum;
    private int count;

    /** What is usual at a time; 0 as long as it does not speak. */
    double at(long timeMillis) {
        if (known < HOURS) {
            return 0;
        }
        double hours = Math.floorMod(timeMillis, HOURS * HOUR_MILLIS) / (double) HOUR_MILLIS - 0.5;
        int before = (int) Math.floor(hours);
        double share = hours - before;
        int first = Math.floorMod(before, HOURS);
        int second = Math.floorMod(before + 1, HOURS);
        return usual[first] + share * (usual[second] - usual[first]);
    }

    boolean speaks() {
        return known == HOURS;
    }

    /** Learns a value; the mean of an hour is taken over once the next has begun. */
    void learn(long timeMillis, double value) {
        long now = Math.floorDiv(timeMillis, HOUR_MILLIS);
        if (now != hour) {
            if (count > 0) {
                settle((int) Math.floorMod(hour, (long) HOURS));
            }
            hour = now;
            sum = 0;
            count = 0;
        }
        sum += value;
        count++;
    }

    private void settle(int bin) {
        float mean = (float) (sum / count);
        float before = pending[bin];
        pending[bin] = mean;
        if (days[bin] == 0) {
            days[bin] = SEEN;
        } else if (!Float.isNaN(before)) {
            if (days[bin] == SEEN) {
                known++;
            }
            days[bin] = (byte) Math.min(days[bin] + 1, MOST_DAYS);
            usual[bin] += (before - usual[bin]) / (days[bin] - SEEN);
        }
    }

    /** Forgets what has not yet counted: it was not healthy. */
    void forgetToday() {
        Arrays.fill(pending, Float.NaN);
        sum = 0;
        count = 0;
    }

    void write(ByteWriter out) {
        for (int i = 0; i < HOURS; i++) {
            out.writeFixedInt(Float.floatToRawIntBits(usual[i]));
            out.writeFixedInt(Float.floatToRawIntBits(pending[i]));
            out.writeByte(days[i]);
        }
        out.writeLong(hour);
        out.writeDouble(sum);
        out.writeLong(count);
    }

    void read(ByteReader in) {
        known = 0;
        for (int i = 0; i < HOURS; i++) {
            usual[i] = Float.intBitsToFloat(in.readFixedInt());
            pending[i] = Float.intBitsToFloat(in.readFixedInt());
            days[i] = (byte) in.readByte();
            known += days[i] > SEEN ? 1 : 0;
        }
        hour = in.readLong();
        sum = in.readDouble();
        count = in.readInt();
    }
}
