package io.homeostat.detection.forecast;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.util.concurrent.TimeUnit;

/**
 * How the hours of a day (UTC) lie above or below its mean, each hour smoothed over some days. It says nothing before it
 * has seen two days. Mutable, not thread-safe; 120 bytes, constant time for a reading.
 */
final class DailySeason {

    private static final int HOURS = 24;
    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long DAY_MILLIS = HOURS * HOUR_MILLIS;
    private static final long LEARNED_MILLIS = 2 * DAY_MILLIS;
    /** By how much one whole hour moves its mark. */
    private static final double HOUR_WEIGHT = 0.35;

    private static final double MEAN_FADE_MILLIS = 3.0 * DAY_MILLIS;

    private final float[] hours = new float[HOURS];
    private double mean;
    private long seenMillis;
    private boolean begun;

    /** Takes the next value, so long after the one before. */
    void add(long timeMillis, double value, long afterMillis) {
        if (!begun) {
            begun = true;
            mean = value;
            return;
        }
        // a gap teaches no more than an hour does
        long learned = Math.min(afterMillis, HOUR_MILLIS);
        seenMillis = Math.min(LEARNED_MILLIS, seenMillis + learned);
        double share = Math.max(learned / MEAN_FADE_MILLIS, (double) learned / (seenMillis + 1) / 2);
        mean += (value - mean) * Math.min(1, share);
        int hour = (int) (Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS);
        double weight = 1 - Math.exp(-HOUR_WEIGHT * learned / HOUR_MILLIS);
        hours[hour] += (float) ((value - mean - hours[hour]) * weight);
    }

    /** What the time of day adds to the value; 0 while it is not learned. */
    double at(long timeMillis) {
        if (seenMillis < LEARNED_MILLIS) {
            return 0;
        }
        // marks stand in the middle of their hours
        double place = (double) Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS - 0.5;
        int before = Math.floorMod((int) Math.floor(place), HOURS);
        double share = place - Math.floor(place);
        return hours[before] * (1 - share) + hours[(before + 1) % HOURS] * share;
    }

    void copyFrom(DailySeason other) {
        System.arraycopy(other.hours, 0, hours, 0, HOURS);
        mean = other.mean;
        seenMillis = other.seenMillis;
        begun = other.begun;
    }

    void write(ByteWriter out) {
        out.writeByte(begun ? 1 : 0);
        out.writeLong(seenMillis);
        out.writeDouble(mean);
        for (float hour : hours) {
            out.writeFixedInt(Float.floatToRawIntBits(hour));
        }
    }

    void read(ByteReader in) {
        begun = in.readByte() != 0;
        seenMillis = in.readLong();
        mean = in.readDouble();
        for (int i = 0; i < HOURS; i++) {
            hours[i] = Float.intBitsToFloat(in.readFixedInt());
        }
    }
}
