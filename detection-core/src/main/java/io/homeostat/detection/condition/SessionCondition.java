package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import io.homeostat.detection.window.Aggregate;
import io.homeostat.detection.window.Panes;
import java.util.Objects;

/**
 * The kind {@code window} with a {@code session}: an aggregate of readings that follow each other, each less than the gap
 * after the one before. The verdict is about the moment at which the gap after the last one was over. Immutable.
 *
 * @param limits those of the aggregate
 * @param aggregate what is worked out of the readings
 * @param gapMillis the silence that ends a session
 */
record SessionCondition(Limits limits, Aggregate aggregate, long gapMillis) implements Condition {

    @Override
    public Memory remember() {
        return new Session();
    }

    @Override
    public int form() {
        return Objects.hash("session", aggregate.form(), gapMillis);
    }

    @Override
    public Condition converted(Conversion to) {
        return new SessionCondition(WindowCondition.converted(limits, aggregate, to), aggregate, gapMillis);
    }

    @Override
    public boolean waits() {
        return true;
    }

    /** The session that is not over yet. */
    private final class Session extends MeasuringMemory {

        private final Panes readings = aggregate.panes(1);
        private long endMillis = NEVER;

        Session() {
            super(limits, WindowCondition.subject(aggregate, "a session", gapMillis));
        }

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            pass(timeMillis, to);
            readings.add(0, held.value(index));
            endMillis = timeMillis + gapMillis;
        }

        @Override
        public void pass(long toMillis, Verdicts to) {
            if (endMillis <= toMillis) {
                double measure = readings.aggregate();
                long end = endMillis;
                readings.clear(0);
                endMillis = NEVER;
                to.verdict(end, judge(measure), 0, measure, Verdicts.BY_TIME, 0);
            }
        }

        @Override
        public long nextMillis() {
            return endMillis;
        }

        @Override
        public void copyFrom(Memory other) {
            Session from = (Session) other;
            endMillis = from.endMillis;
            readings.copyFrom(from.readings);
        }

        @Override
        public void write(ByteWriter out) {
            writeTime(out, endMillis == NEVER ? Long.MIN_VALUE : endMillis);
            readings.write(out);
        }

        @Override
        public void read(ByteReader in) {
            long end = readTime(in);
            endMillis = end == Long.MIN_VALUE ? NEVER : end;
            readings.read(in);
        }
    }
}
