package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * The usual value at each hour of a period, learned from event time (UTC). Mutable, not thread-safe; 5 bytes an hour, 120
 * for a day, 840 for a week.
 *
 * <p>Each bin is one hour, its value the mean of the readings in it: of all at first, then an exponential mean over some
 * past periods, so that a season may change. Between the middles of two hours the usual value is interpolated.
 */
final class Season {

    private static final long BIN_MILLIS = 3_600_000;
    private static final int MOST_VISITS = 255;

    /** The readings of about so many past periods make the mean. */
    private static final double MEMORY_PERIODS = 7;

    private final float[] usual;
    private final byte[] visits;
    private double squaredError;

    Season(int hours) {
        usual = new float[hours];
        visits = new byte[hours];
    }

    long periodMillis() {
        return usual.length * BIN_MILLIS;
    }

    /** The usual value at a time, NaN if the hour or its neighbour was never seen. */
    double usualAt(long timeMillis) {
        long phase = Math.floorMod(timeMillis, periodMillis());
        double position = phase / (double) BIN_MILLIS - 0.5;
        int left = (int) Math.floor(position);
        double share = position - left;
        int first = Math.floorMod(left, usual.length);
        int second = (first + 1) % usual.length;
        if (visits[first] == 0 || visits[second] == 0) {
            return Double.NaN;
        }
        return usual[first] + share * (usual[second] - (double) usual[first]);
    }

    /**
     * Learns a reading.
     *
     * @param usualNow what {@link #usualAt} says of its time
     * @param stepMillis the time since the reading before, not negative
     * @param errorGain the weight of this reading's error in the mean error, in (0, 1]
     */
    void learn(long timeMillis, double value, double usualNow, long stepMillis, double errorGain) {
        int bin = (int) (Math.floorMod(timeMillis, periodMillis()) / BIN_MILLIS);
        int visited = visits[bin] & 0xFF;
        double share = Math.min(stepMillis, BIN_MILLIS) / (MEMORY_PERIODS * BIN_MILLIS);
        double gain = Math.max(1.0 / (visited + 1), share);
        double error = Double.isNaN(usualNow) ? value - usual[bin] : value - usualNow;
        usual[bin] += (float) (gain * error);
        if (visited < MOST_VISITS) {
            visits[bin]++;
        }
        if (!Double.isNaN(usualNow)) {
            squaredError += errorGain * (error * error - squaredError);
        }
    }

    /** Mean square of what was foretold wrongly. */
    double squaredError() {
        return squaredError;
    }

    void copyFrom(Season other) {
        System.arraycopy(other.usual, 0, usual, 0, usual.length);
        System.arraycopy(other.visits, 0, visits, 0, visits.length);
        squaredError = other.squaredError;
    }

    void write(ByteWriter out) {
        out.writeDouble(squaredError);
        Numbers.write(out, usual);
        for (byte each : visits) {
            out.writeByte(each);
        }
    }

    void read(ByteReader in) {
        squaredError = in.readDouble();
        Numbers.read(in, usual);
        for (int i = 0; i < visits.length; i++) {
            visits[i] = (byte) in.readByte();
        }
    }
}
