package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * Whether a sensor is away from its siblings without being called broken, since when, and what was taken as its new normal.
 * Mutable, not thread-safe; 30 bytes.
 */
final class Departure {

    private static final double DEPARTED = 4.5;
    private static final double RETURNED = 2;
    private static final long ACCEPTED_MILLIS = 24 * 3_600_000L;

    private boolean departed;
    private long sinceMillis;
    private double accepted;

    /** It has departed, whatever the newest differences are. */
    void begin(long timeMillis) {
        departed = true;
        sinceMillis = timeMillis;
    }

    void end() {
        departed = false;
    }

    /** Looks at the newest differences. What has lasted for a day is the new normal. */
    void look(Evidence evidence, SensorTrack self) {
        Difference difference = self.difference();
        double fast = Math.abs(difference.fast());
        if (!departed) {
            if (fast > DEPARTED * difference.fastDeviation() + evidence.excuse) {
                begin(evidence.timeMillis);
            }
        } else if (fast < RETURNED * difference.fastDeviation() + evidence.excuse) {
            departed = false;
        } else if (evidence.timeMillis - sinceMillis > ACCEPTED_MILLIS) {
            accepted = difference.fast();
            self.accept(accepted);
            departed = false;
        }
    }

    /** Takes the new normal back if the sensor jumped to where it was before; answers whether it did. */
    boolean takesBack(Evidence evidence, double within, SensorTrack self) {
        if (accepted == 0 || !(Math.abs(evidence.difference() + accepted) <= within)) {
            return false;
        }
        self.accept(-accepted);
        accepted = 0;
        return true;
    }

    boolean hasDeparted() {
        return departed;
    }

    long sinceMillis() {
        return sinceMillis;
    }

    void write(ByteWriter out) {
        out.writeByte(departed ? 1 : 0);
        out.writeFixedLong(sinceMillis);
        out.writeDouble(accepted);
    }

    void read(ByteReader in) {
        departed = in.readByte() != 0;
        sinceMillis = in.readFixedLong();
        accepted = in.readDouble();
    }
}
