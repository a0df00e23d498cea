package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kind {@code deviation}: how far a value lies from the median of what the other sensors of its group read at the
 * time. A reading beside which fewer others are present is not judged. Immutable.
 *
 * @param limits those of the distance
 * @param quorum how many others must be present
 */
record DeviationCondition(Limits limits, int quorum) implements Condition {

    private static final int FORM = "deviation".hashCode();

    @Override
    public Memory remember() {
        return new Compared();
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public Condition converted(Conversion to) {
        return new DeviationCondition(limits.ofDifferences(to), quorum);
    }

    @Override
    public boolean asksTheGroup() {
        return true;
    }

    @Override
    public boolean isIndifferent(double value, double before, int countBefore, double median, int count) {
        return judge(value, before, countBefore) == judge(value, median, count);
    }

    private @Nullable Finding judge(double value, double median, int count) {
        return count < quorum ? null : limits.judge(distance(value, median));
    }

    private static double distance(double value, double median) {
        return MeasuringMemory.finite(Math.abs(value - median));
    }

    /** The median that the latest reading was compared with: 9 bytes. */
    private final class Compared extends MeasuringMemory {

        private static final Subject SUBJECT =
                new Subject("deviation", "a distance of %s from its group's median", Map.of());

        private double median;
        private int present;

        Compared() {
            super(limits, SUBJECT);
        }

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            int count = held.witnessCount(index);
            if (count < quorum) {
                return;
            }
            median = held.witness(index);
            present = count;
            double distance = distance(held.value(index), median);
            to.verdict(held.timeMillis(index), judge(distance), 0, distance, held.partition(index), held.offset(index));
        }

        @Override
        public Reason reason(double measure) {
            Reason compared = super.reason(measure);
            Map<String, Object> arguments = new LinkedHashMap<>(compared.arguments());
            arguments.put("median", median);
            arguments.put("present", present);
            return new Reason(
                    compared.code(),
                    compared.sentence() + "; " + present + " other sensors of the group have the median " + median,
                    arguments);
        }

        @Override
        public void copyFrom(Memory other) {
            Compared from = (Compared) other;
            median = from.median;
            present = from.present;
        }

        @Override
        public void write(ByteWriter out) {
            out.writeDouble(median);
            out.writeByte(present);
        }

        @Override
        public void read(ByteReader in) {
            median = in.readDouble();
            present = in.readByte();
        }
    }
}
