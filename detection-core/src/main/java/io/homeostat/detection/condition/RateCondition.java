package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import java.time.Duration;
import java.util.Map;

/**
 * The kind {@code rate}: how fast the value changes, from the reading before to this one, taken for a span of time. A
 * reading of the same time as the one before gives no rate. Immutable.
 *
 * @param limits those of the change in a span, negative for a fall
 * @param perMillis the span
 */
record RateCondition(Limits limits, long perMillis) implements Condition {

    private static final int FORM = "rate".hashCode();

    @Override
    public Memory remember() {
        return new Recalled();
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public Condition converted(Conversion to) {
        return new RateCondition(limits.ofDifferences(to), perMillis);
    }

    private Subject subject() {
        return new Subject(
                "rate",
                "a change of %s in " + Spans.of(perMillis),
                Map.of("per", Duration.ofMillis(perMillis).toString()));
    }

    /** The reading before: 20 bytes. */
    private final class Recalled extends MeasuringMemory {

        private long lastMillis = Long.MIN_VALUE;
        private double lastValue;

        Recalled() {
            super(limits, subject());
        }

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            double value = held.value(index);
            if (lastMillis != Long.MIN_VALUE && timeMillis > lastMillis) {
                double spans = (double) perMillis / (timeMillis - lastMillis);
                double rate = finite((value - lastValue) * spans);
                to.verdict(timeMillis, judge(rate), 0, rate, held.partition(index), held.offset(index));
            }
            lastMillis = timeMillis;
            lastValue = value;
        }

        @Override
        public void copyFrom(Memory other) {
            Recalled from = (Recalled) other;
            lastMillis = from.lastMillis;
            lastValue = from.lastValue;
        }

        @Override
        public void write(ByteWriter out) {
            writeTime(out, lastMillis);
            out.writeDouble(lastValue);
        }

        @Override
        public void read(ByteReader in) {
            lastMillis = readTime(in);
            lastValue = in.readDouble();
        }
    }
}
