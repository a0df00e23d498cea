package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/** How the newest six differences or so scatter, in standard deviations of the usual one. Mutable, not thread-safe; 20 bytes. */
final class Scatter {

    private static final double GAIN = 1.0 / 6;

    /** One wild difference alone makes no burst. */
    private static final double MOST = 5;

    private static final double HOT = 7;
    private static final double COHERENT = 4;
    private static final double NARROW = 3;
    private static final double CALM = 2.5;
    private static final int CALM_ENOUGH = 7;

    private double square;
    private double mean;
    private int calm;

    void take(double scaled) {
        double counted = Math.max(-MOST, Math.min(MOST, scaled));
        square += GAIN * (counted * counted - square);
        mean += GAIN * (counted - mean);
    }

    /** Whether they scatter far more than usual. */
    boolean isWide() {
        return square - mean * mean > HOT;
    }

    /** Whether they are all far away on the same side: that is no scatter. */
    boolean isElsewhere() {
        return Math.abs(mean) > COHERENT && square - mean * mean < NARROW;
    }

    /** Whether so many on end, this one included, were near that the burst is over. */
    boolean isOver(double size, double deviation, double excuse) {
        calm = size < CALM * deviation + excuse ? calm + 1 : 0;
        return calm >= CALM_ENOUGH;
    }

    void clear() {
        square = 0;
        mean = 0;
        calm = 0;
    }

    void write(ByteWriter out) {
        out.writeDouble(square);
        out.writeDouble(mean);
        out.writeLong(calm);
    }

    void read(ByteReader in) {
        square = in.readDouble();
        mean = in.readDouble();
        calm = in.readInt();
    }
}
