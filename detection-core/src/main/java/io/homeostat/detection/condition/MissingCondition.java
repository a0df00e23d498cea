package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kind {@code missing}: no reading for a time. Its verdict is about the moment at which the time was over; the
 * measure is the silence in seconds. Immutable.
 *
 * @param durationMillis for how long there may be no reading
 */
record MissingCondition(long durationMillis) implements Condition {

    private static final int FORM = "missing".hashCode();

    @Override
    public Memory remember() {
        return new Silence();
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public Condition converted(Conversion to) {
        return this;
    }

    @Override
    public boolean waits() {
        return true;
    }

    /** When the last reading was: 12 bytes at most. */
    private final class Silence implements Memory {

        private long lastMillis = Long.MIN_VALUE;
        private boolean told;

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            pass(timeMillis, to);
            double seconds = lastMillis == Long.MIN_VALUE ? 0 : (timeMillis - lastMillis) / 1000.0;
            lastMillis = timeMillis;
            told = false;
            to.verdict(timeMillis, Finding.CLEAR, 0, seconds, held.partition(index), held.offset(index));
        }

        @Override
        public void expectFrom(long fromMillis) {
            if (lastMillis == Long.MIN_VALUE) {
                lastMillis = fromMillis;
            }
        }

        @Override
        public void pass(long toMillis, Verdicts to) {
            if (nextMillis() <= toMillis) {
                told = true;
                to.verdict(
                        lastMillis + durationMillis, Finding.BREACH, 0, durationMillis / 1000.0, Verdicts.BY_TIME, 0);
            }
        }

        @Override
        public long nextMillis() {
            return told || lastMillis == Long.MIN_VALUE ? NEVER : lastMillis + durationMillis;
        }

        @Override
        public Finding judge(double seconds) {
            return seconds * 1000 < durationMillis ? Finding.CLEAR : Finding.BREACH;
        }

        @Override
        public double limit(double seconds) {
            return durationMillis / 1000.0;
        }

        @Override
        public Reason reason(double seconds) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("seconds", seconds);
            arguments.put("duration", Duration.ofMillis(durationMillis).toString());
            return told
                    ? new Reason("missing", "no reading came for " + Spans.of(durationMillis), arguments)
                    : new Reason("not-missing", "a reading came after " + seconds + " s", arguments);
        }

        @Override
        public void copyFrom(Memory other) {
            Silence from = (Silence) other;
            lastMillis = from.lastMillis;
            told = from.told;
        }

        @Override
        public void write(ByteWriter out) {
            MeasuringMemory.writeTime(out, lastMillis);
            out.writeByte(told ? 1 : 0);
        }

        @Override
        public void read(ByteReader in) {
            lastMillis = MeasuringMemory.readTime(in);
            told = in.readByte() != 0;
        }
    }
}
