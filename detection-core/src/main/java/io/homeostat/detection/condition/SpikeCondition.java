package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import java.util.Map;

/**
 * The kind {@code spike}: how far a value lies from the mean of the one before and the one after, {@code |v₂ - (v₁ +
 * v₃)/2|}, as in the spike test of QARTOD. It is known when the reading after has come, and is about its own time; the
 * first reading ever and the newest are not judged. Immutable.
 *
 * @param limits those of the distance
 */
record SpikeCondition(Limits limits) implements Condition {

    private static final int FORM = "spike".hashCode();
    private static final Subject SUBJECT = new Subject("spike", "a distance of %s from its neighbours' mean", Map.of());

    @Override
    public Memory remember() {
        return new Neighbours();
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public Condition converted(Conversion to) {
        return new SpikeCondition(limits.ofDifferences(to));
    }

    @Override
    public boolean waits() {
        return true;
    }

    /** The two readings before: 35 bytes at most. */
    private final class Neighbours extends MeasuringMemory {

        private static final int BOTH = 2;

        private int known;
        private double first;
        private double second;
        private long secondMillis;
        private int secondPartition;
        private long secondOffset;

        Neighbours() {
            super(limits, SUBJECT);
        }

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            double third = held.value(index);
            if (known == BOTH) {
                // halved before they are added: their sum may be more than a double holds
                double distance = finite(Math.abs(second - (first / 2 + third / 2)));
                to.verdict(secondMillis, judge(distance), 0, distance, secondPartition, secondOffset);
            }
            first = second;
            second = third;
            secondMillis = held.timeMillis(index);
            secondPartition = held.partition(index);
            secondOffset = held.offset(index);
            known = Math.min(known + 1, BOTH);
        }

        @Override
        public long toldToMillis(long readMillis) {
            return secondMillis - 1;
        }

        @Override
        public void copyFrom(Memory other) {
            Neighbours from = (Neighbours) other;
            known = from.known;
            first = from.first;
            second = from.second;
            secondMillis = from.secondMillis;
            secondPartition = from.secondPartition;
            secondOffset = from.secondOffset;
        }

        @Override
        public void write(ByteWriter out) {
            out.writeByte(known);
            if (known > 0) {
                out.writeDouble(first);
                out.writeDouble(second);
                out.writeLong(secondMillis);
                out.writeLong(secondPartition);
                out.writeLong(secondOffset);
            }
        }

        @Override
        public void read(ByteReader in) {
            known = in.readByte();
            if (known > 0) {
                first = in.readDouble();
                second = in.readDouble();
                secondMillis = in.readLong();
                secondPartition = in.readInt();
                secondOffset = in.readLong();
            }
        }
    }
}
