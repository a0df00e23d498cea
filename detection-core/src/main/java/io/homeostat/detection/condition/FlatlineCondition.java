package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The kind {@code flatline}: the values hardly change for a time. A run that is flat spans the duration, its greatest and
 * its least value differ by at most the tolerance, and no gap in it is longer than half the duration. Immutable.
 *
 * @param tolerance by how much the values may differ and still be flat
 * @param clearAbove by how much they must differ for an alert to end, at least the tolerance
 * @param durationMillis for how long they must
 */
record FlatlineCondition(double tolerance, double clearAbove, long durationMillis) implements Condition {

    @Override
    public Memory remember() {
        return new Runs();
    }

    @Override
    public int form() {
        return Objects.hash("flatline", tolerance, clearAbove, durationMillis);
    }

    @Override
    public Condition converted(Conversion to) {
        return new FlatlineCondition(to.difference(tolerance), to.difference(clearAbove), durationMillis);
    }

    /** The run that is flat, and the one that is not yet clear where that is another: 250 bytes at most, or 500. */
    private final class Runs implements Memory {

        private final FlatRun flat = new FlatRun(tolerance, durationMillis / 2);
        private final FlatRun nearlyFlat = clearAbove == tolerance ? flat : new FlatRun(clearAbove, durationMillis / 2);

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            flat.read(timeMillis, held.value(index));
            if (nearlyFlat != flat) {
                nearlyFlat.read(timeMillis, held.value(index));
            }
            to.verdict(timeMillis, finding(), 0, flat.spread(), held.partition(index), held.offset(index));
        }

        private Finding finding() {
            if (flat.spanMillis() >= durationMillis) {
                return Finding.BREACH;
            }
            return nearlyFlat.spanMillis() >= durationMillis ? Finding.BETWEEN : Finding.CLEAR;
        }

        @Override
        public void pass(long toMillis, Verdicts to) {}

        @Override
        public long nextMillis() {
            return NEVER;
        }

        @Override
        public Finding judge(double measure) {
            return finding();
        }

        @Override
        public double limit(double measure) {
            return tolerance;
        }

        @Override
        public Reason reason(double measure) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            boolean isFlat = finding() == Finding.BREACH;
            double span = flat.spanMillis() / 1000.0;
            arguments.put("tolerance", tolerance);
            arguments.put("duration", Duration.ofMillis(durationMillis).toString());
            arguments.put("seconds", span);
            return isFlat
                    ? new Reason(
                            "flat",
                            "the values of " + span + " s differ by " + measure + ", not by more than " + tolerance,
                            arguments)
                    : new Reason(
                            "not-flat",
                            "the values have differed by at most " + tolerance + " for " + span + " s only, not for "
                                    + Spans.of(durationMillis),
                            arguments);
        }

        @Override
        public void copyFrom(Memory other) {
            Runs from = (Runs) other;
            flat.copyFrom(from.flat);
            if (nearlyFlat != flat) {
                nearlyFlat.copyFrom(from.nearlyFlat);
            }
        }

        @Override
        public void write(ByteWriter out) {
            flat.write(out);
            if (nearlyFlat != flat) {
                nearlyFlat.write(out);
            }
        }

        @Override
        public void read(ByteReader in) {
            flat.read(in);
            if (nearlyFlat != flat) {
                nearlyFlat.read(in);
            }
        }
    }
}
