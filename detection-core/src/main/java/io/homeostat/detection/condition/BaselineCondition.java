package io.homeostat.detection.condition;

import io.homeostat.detection.baseline.Baseline;
import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The kind {@code baseline}: a reading that is new to its series, by what was learned of it so far ({@link Baseline}). The
 * measure is the score, and its limit follows from how many false alarms the rule allows in a time and from how often
 * the sensor speaks. Immutable.
 *
 * @param falseAlarms how many are allowed
 * @param periodMillis in which time
 */
record BaselineCondition(double falseAlarms, long periodMillis) implements Condition {

    private static final int FORM = "baseline".hashCode();

    @Override
    public Memory remember() {
        return new Learned();
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public Condition converted(Conversion to) {
        return this;
    }

    /** What was learned, and how often the sensor speaks: 3 KiB. */
    private final class Learned implements Memory {

        /** How much of the usual time between readings the newest one makes. */
        private static final double NEWEST_SHARE = 0.05;
        /** A gap counts as at most so many times what is usual. */
        private static final double LONGEST_GAP = 10;

        private Baseline baseline = new Baseline();
        private long lastMillis = Long.MIN_VALUE;
        private double intervalMillis;
        private double value;

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            value = held.value(index);
            learnInterval(timeMillis);
            double score = baseline.take(timeMillis, value);
            to.verdict(timeMillis, judge(score), 0, score, held.partition(index), held.offset(index));
        }

        private void learnInterval(long timeMillis) {
            if (lastMillis != Long.MIN_VALUE && timeMillis > lastMillis) {
                double gap = timeMillis - lastMillis;
                intervalMillis = intervalMillis == 0
                        ? gap
                        : intervalMillis
                                + (Math.min(gap, LONGEST_GAP * intervalMillis) - intervalMillis) * NEWEST_SHARE;
            }
            lastMillis = timeMillis;
        }

        @Override
        public void pass(long toMillis, Verdicts to) {}

        @Override
        public long nextMillis() {
            return NEVER;
        }

        @Override
        public Finding judge(double score) {
            return score > 0 && score >= limit(score) ? Finding.BREACH : Finding.CLEAR;
        }

        @Override
        public double limit(double score) {
            return intervalMillis == 0
                    ? Baseline.DEFAULT_THRESHOLD
                    : Math.max(0, 1 - falseAlarms * intervalMillis / periodMillis);
        }

        @Override
        public Reason reason(double score) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("value", value);
            arguments.put("score", score);
            arguments.put("expectedLow", finiteOrNull(baseline.expectedLow()));
            arguments.put("expectedHigh", finiteOrNull(baseline.expectedHigh()));
            arguments.put(
                    "novelty",
                    baseline.novelty().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            arguments.put("period", Duration.ofMillis(periodMillis).toString());
            if (judge(score) != Finding.BREACH) {
                return new Reason("not-new", value + " is nothing new to this sensor", arguments);
            }
            String band = Double.isFinite(baseline.expectedLow()) && Double.isFinite(baseline.expectedHigh())
                    ? String.format(
                            Locale.ROOT,
                            ", where %.2f to %.2f was expected",
                            baseline.expectedLow(),
                            baseline.expectedHigh())
                    : "";
            return new Reason(
                    "new",
                    value + " is new to this sensor: " + baseline.novelty().words() + band,
                    arguments);
        }

        private static Object finiteOrNull(double number) {
            return Double.isFinite(number) ? number : "unknown";
        }

        @Override
        public void copyFrom(Memory other) {
            Learned from = (Learned) other;
            baseline.copyFrom(from.baseline);
            lastMillis = from.lastMillis;
            intervalMillis = from.intervalMillis;
            value = from.value;
        }

        @Override
        public void write(ByteWriter out) {
            MeasuringMemory.writeTime(out, lastMillis);
            out.writeDouble(intervalMillis);
            baseline.write(out);
        }

        @Override
        public void read(ByteReader in) {
            lastMillis = MeasuringMemory.readTime(in);
            intervalMillis = in.readDouble();
            baseline = Baseline.read(in);
        }
    }
}
