package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import io.homeostat.detection.window.Aggregate;
import io.homeostat.detection.window.Panes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The kind {@code window}: an aggregate of the readings of a window of event time, {@code [start, end)}. Windows end at
 * the multiples of their slide since the epoch; the first, partial one counts. The verdict is about the window's end,
 * and comes with the first reading behind it. An empty window gives none, but for a count, which is 0. Immutable.
 *
 * @param limits those of the aggregate
 * @param aggregate what is worked out of the readings
 * @param sizeMillis how long a window is
 * @param slideMillis from the end of one to the end of the next, at most the size
 */
record WindowCondition(Limits limits, Aggregate aggregate, long sizeMillis, long slideMillis) implements Condition {

    @Override
    public Memory remember() {
        return new Sliding();
    }

    @Override
    public int form() {
        return Objects.hash("window", aggregate.form(), sizeMillis, slideMillis);
    }

    @Override
    public Condition converted(Conversion to) {
        return new WindowCondition(converted(limits, aggregate, to), aggregate, sizeMillis, slideMillis);
    }

    /** The limits of an aggregate of values in another unit. */
    static Limits converted(Limits limits, Aggregate aggregate, Conversion to) {
        return switch (aggregate.kind()) {
            case MEAN, MIN, MAX, PERCENTILE -> limits.ofValues(to);
            case STDDEV -> limits.ofDifferences(to);
            case COUNT -> limits;
        };
    }

    @Override
    public boolean waits() {
        return true;
    }

    /** How many panes a window of a size has that slides so. */
    static long panes(long sizeMillis, long slideMillis) {
        return sizeMillis / paneMillis(sizeMillis, slideMillis);
    }

    private static long paneMillis(long sizeMillis, long slideMillis) {
        long a = sizeMillis;
        long b = slideMillis;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    static Subject subject(Aggregate aggregate, String over, long millis) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("aggregate", aggregate.label());
        arguments.put("over", Duration.ofMillis(millis).toString());
        return new Subject("window", "a " + aggregate.words() + " of %s over " + over, arguments);
    }

    /** The panes of the windows that are not over yet. */
    private final class Sliding extends MeasuringMemory {

        private final long paneMillis = paneMillis(sizeMillis, slideMillis);
        private final Panes panes = aggregate.panes((int) panes(sizeMillis, slideMillis));
        /** The end of the next window that will have something to say; {@link #NEVER}: there is nothing in any. */
        private long nextEndMillis = NEVER;

        private boolean emptyTold;

        Sliding() {
            super(limits, subject(aggregate, Spans.of(sizeMillis), sizeMillis));
        }

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            pass(timeMillis, to);
            if (nextEndMillis == NEVER) {
                nextEndMillis = (Math.floorDiv(timeMillis, slideMillis) + 1) * slideMillis;
                emptyTold = false;
            }
            panes.add(slot(timeMillis), held.value(index));
        }

        @Override
        public void pass(long toMillis, Verdicts to) {
            while (nextEndMillis <= toMillis) {
                close(to);
            }
        }

        private void close(Verdicts to) {
            boolean empty = panes.count() == 0;
            if (empty && (emptyTold || !aggregate.knowsEmptiness())) {
                nextEndMillis = NEVER;
                return;
            }
            emptyTold = empty;
            double measure = panes.aggregate();
            long end = nextEndMillis;
            nextEndMillis += slideMillis;
            for (long leaves = end - sizeMillis; leaves < nextEndMillis - sizeMillis; leaves += paneMillis) {
                panes.clear(slot(leaves));
            }
            to.verdict(end, judge(measure), 0, measure, Verdicts.BY_TIME, 0);
        }

        private int slot(long timeMillis) {
            return Math.floorMod(Math.floorDiv(timeMillis, paneMillis), panes.size());
        }

        @Override
        public long nextMillis() {
            return nextEndMillis;
        }

        @Override
        public void copyFrom(Memory other) {
            Sliding from = (Sliding) other;
            nextEndMillis = from.nextEndMillis;
            emptyTold = from.emptyTold;
            panes.copyFrom(from.panes);
        }

        @Override
        public void write(ByteWriter out) {
            writeTime(out, nextEndMillis == NEVER ? Long.MIN_VALUE : nextEndMillis);
            out.writeByte(emptyTold ? 1 : 0);
            panes.write(out);
        }

        @Override
        public void read(ByteReader in) {
            long end = readTime(in);
            nextEndMillis = end == Long.MIN_VALUE ? NEVER : end;
            emptyTold = in.readByte() != 0;
            panes.read(in);
        }
    }
}
