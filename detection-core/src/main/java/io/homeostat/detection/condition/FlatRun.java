package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * The longest run of readings up to the newest whose values differ by at most a tolerance, and between which there is no
 * gap longer than allowed. Mutable, not thread-safe; at most {@value #MOST} corners upwards and as many downwards, 13
 * bytes each.
 *
 * <p>To find where the run begins when a value leaves the band, it keeps the corners of the run: the readings than which
 * none that came later is higher, and none lower (the two stairs of a sliding maximum and minimum). More corners than
 * there is room for, by values that all differ, are rounded: the two nearest become one, by which the run may seem
 * shorter than it is, never longer.
 */
final class FlatRun {

    static final int MOST = 8;

    private final double tolerance;
    private final long gapMillis;
    private final Stair high = new Stair(1);
    private final Stair low = new Stair(-1);
    private long startMillis = Long.MIN_VALUE;
    private long lastMillis = Long.MIN_VALUE;

    FlatRun(double tolerance, long gapMillis) {
        this.tolerance = tolerance;
        this.gapMillis = gapMillis;
    }

    void read(long timeMillis, double value) {
        if (lastMillis == Long.MIN_VALUE || timeMillis - lastMillis > gapMillis) {
            high.size = 0;
            low.size = 0;
            startMillis = timeMillis;
        } else {
            high.followed(timeMillis);
            low.followed(timeMillis);
            startMillis = Math.max(startMillis, Math.max(high.leave(value), low.leave(value)));
            high.forgetBefore(startMillis);
            low.forgetBefore(startMillis);
        }
        high.add(value);
        low.add(value);
        lastMillis = timeMillis;
    }

    /** How long the run is. */
    long spanMillis() {
        return lastMillis == Long.MIN_VALUE ? 0 : lastMillis - startMillis;
    }

    /** The greatest difference of two values of the run. */
    double spread() {
        return high.size == 0 ? 0 : high.values[0] - low.values[0];
    }

    void copyFrom(FlatRun other) {
        startMillis = other.startMillis;
        lastMillis = other.lastMillis;
        high.copyFrom(other.high);
        low.copyFrom(other.low);
    }

    void write(ByteWriter out) {
        MeasuringMemory.writeTime(out, lastMillis);
        if (lastMillis != Long.MIN_VALUE) {
            out.writeLong(lastMillis - startMillis);
            high.write(out, lastMillis);
            low.write(out, lastMillis);
        }
    }

    void read(ByteReader in) {
        lastMillis = MeasuringMemory.readTime(in);
        if (lastMillis != Long.MIN_VALUE) {
            startMillis = lastMillis - in.readLong();
            high.read(in, lastMillis);
            low.read(in, lastMillis);
        }
    }

    /** The corners in one direction, the oldest and furthest first; its newest is the newest reading. */
    private final class Stair {

        private static final long NOT_YET = Long.MAX_VALUE;

        private final int sign;
        private final double[] values = new double[MOST + 1];
        /** When the reading after the corner came. */
        private final long[] followedMillis = new long[MOST + 1];

        private int size;

        Stair(int sign) {
            this.sign = sign;
        }

        void followed(long timeMillis) {
            if (size > 0 && followedMillis[size - 1] == NOT_YET) {
                followedMillis[size - 1] = timeMillis;
            }
        }

        /** Takes out the corners that are too far from a value; answers when the run begins without them. */
        long leave(double value) {
            int left = 0;
            while (left < size && sign * (values[left] - value) > tolerance) {
                left++;
            }
            long begins = left == 0 ? Long.MIN_VALUE : followedMillis[left - 1];
            drop(left);
            return begins;
        }

        void forgetBefore(long timeMillis) {
            int left = 0;
            while (left < size && followedMillis[left] <= timeMillis) {
                left++;
            }
            drop(left);
        }

        void add(double value) {
            while (size > 0 && sign * (values[size - 1] - value) <= 0) {
                size--;
            }
            values[size] = value;
            followedMillis[size] = NOT_YET;
            size++;
            if (size > MOST) {
                joinNearest();
            }
        }

        /** The nearest two, but for the newest, become one: the value of the older with the time of the newer. */
        private void joinNearest() {
            int nearest = 0;
            for (int i = 1; i < size - 2; i++) {
                if (sign * (values[i] - values[i + 1]) < sign * (values[nearest] - values[nearest + 1])) {
                    nearest = i;
                }
            }
            followedMillis[nearest] = followedMillis[nearest + 1];
            System.arraycopy(values, nearest + 2, values, nearest + 1, size - nearest - 2);
            System.arraycopy(followedMillis, nearest + 2, followedMillis, nearest + 1, size - nearest - 2);
            size--;
        }

        private void drop(int count) {
            if (count > 0) {
                size -= count;
                System.arraycopy(values, count, values, 0, size);
                System.arraycopy(followedMillis, count, followedMillis, 0, size);
            }
        }

        void copyFrom(Stair other) {
            size = other.size;
            System.arraycopy(other.values, 0, values, 0, size);
            System.arraycopy(other.followedMillis, 0, followedMillis, 0, size);
        }

        void write(ByteWriter out, long baseMillis) {
            out.writeByte(size);
            for (int i = 0; i < size; i++) {
                out.writeDouble(values[i]);
                out.writeLong(followedMillis[i] == NOT_YET ? -1 : baseMillis - followedMillis[i]);
            }
        }

        void read(ByteReader in, long baseMillis) {
            int count = in.readByte();
            if (count > MOST) {
                throw new IllegalArgumentException("a run must have at most " + MOST + " corners, has " + count);
            }
            size = count;
            for (int i = 0; i < size; i++) {
                values[i] = in.readDouble();
                long before = in.readLong();
                followedMillis[i] = before < 0 ? NOT_YET : baseMillis - before;
            }
        }
    }
}
