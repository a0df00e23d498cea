package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * What is usual at each hour of the day, between the hours by a straight line. Mutable, not thread-safe; 200 bytes. It
 * speaks once each hour was seen on two days; a day counts for a quarter.
 */
final class DailyProfile {

    private static final int HOURS = 24;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int LEAST_DAYS = 2;
    private static final int MOST_DAYS = 4;

    private final float[] usual = new float[HOURS];
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
        double mean = sum / count;
        if (days[bin] < MOST_DAYS) {
            days[bin]++;
            known += days[bin] == LEAST_DAYS ? 1 : 0;
        }
        usual[bin] += (float) ((mean - usual[bin]) / days[bin]);
    }

    void write(ByteWriter out) {
        for (int i = 0; i < HOURS; i++) {
            out.writeFixedInt(Float.floatToRawIntBits(usual[i]));
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
            days[i] = (byte) in.readByte();
            known += days[i] >= LEAST_DAYS ? 1 : 0;
        }
        hour = in.readLong();
        sum = in.readDouble();
        count = in.readInt();
    }
}
