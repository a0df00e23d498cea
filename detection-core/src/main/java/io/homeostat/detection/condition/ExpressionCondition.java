package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.expression.Expression;
import io.homeostat.detection.expression.Facts;
import io.homeostat.detection.expression.FailedExpressionException;
import io.homeostat.detection.expression.RollingWindow;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.model.sensor.Sensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The kind {@code expression}: what a person wrote holds. The measure is the reading's value. An expression that cannot
 * be worked out of a reading does not hold. Immutable.
 *
 * @param text as it was written
 * @param expression what it means
 * @param sensor what is known of the sensor, by name
 */
record ExpressionCondition(String text, Expression expression, Map<String, Object> sensor) implements Condition {

    /** An expression of which it is not said which sensor it is about. */
    ExpressionCondition(String text, Expression expression) {
        this(text, expression, Map.of());
    }

    @Override
    public Condition about(String sensorId, @Nullable Sensor known) {
        if (!expression.needsSensor()) {
            return this;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", sensorId);
        facts.put("labels", known == null ? Map.of() : known.labels());
        facts.put("unit", known == null ? "" : Objects.requireNonNullElse(known.unit(), ""));
        facts.put("group", known == null ? "" : Objects.requireNonNullElse(known.group(), ""));
        return new ExpressionCondition(text, expression, Collections.unmodifiableMap(facts));
    }

    @Override
    public Memory remember() {
        return new Recent();
    }

    @Override
    public int form() {
        List<Integer> windows = expression.windows().stream()
                .map(window -> Objects.hash(window.aggregate().form(), window.sizeMillis()))
                .toList();
        return Objects.hash("expression", windows);
    }

    /** The newest reading, the one before, and the windows: 17 bytes, and 12 for each pane. */
    private final class Recent implements Memory, Facts {

        private static final int BOTH = 2;

        private final List<RollingPanes> windows =
                expression.windows().stream().map(RollingPanes::new).toList();
        private int known;
        private double value;
        private double previous;
        private @Nullable String failure;

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            previous = value;
            value = held.value(index);
            known = Math.min(known + 1, BOTH);
            for (int i = 0; i < windows.size(); i++) {
                windows.get(i).add(timeMillis, value);
            }
            if (known == BOTH || !expression.needsPrevious()) {
                to.verdict(timeMillis, judge(value), 0, value, held.partition(index), held.offset(index));
            }
        }

        /** Judges what was read last: the expression speaks of more than a measure. */
        @Override
        public Finding judge(double measure) {
            try {
                failure = null;
                return expression.holds(this) ? Finding.BREACH : Finding.CLEAR;
            } catch (FailedExpressionException e) {
                failure = e.getMessage();
                return Finding.CLEAR;
            }
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public double previous() {
            return previous;
        }

        @Override
        public Map<String, Object> sensor() {
            return sensor;
        }

        @Override
        public double window(int index) {
            return windows.get(index).aggregate();
        }

        @Override
        public void pass(long toMillis, Verdicts to) {}

        @Override
        public long nextMillis() {
            return NEVER;
        }

        @Override
        public double limit(double measure) {
            return Double.NaN;
        }

        @Override
        public Reason reason(double measure) {
            Finding finding = judge(measure);
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("expression", text);
            arguments.put("value", measure);
            String failed = failure;
            if (failed != null) {
                arguments.put("failure", failed);
                return new Reason(
                        "expression-failed", text + " cannot be worked out of " + measure + ": " + failed, arguments);
            }
            String facts = "value is " + measure;
            if (expression.needsPrevious()) {
                arguments.put("previous", previous);
                facts += ", previous is " + previous;
            }
            for (int i = 0; i < windows.size(); i++) {
                RollingWindow window = expression.windows().get(i);
                String name = window.aggregate().words() + " of " + Spans.of(window.sizeMillis());
                arguments.put(name, window(i));
                facts += ", " + name + " is " + window(i);
            }
            return finding == Finding.BREACH
                    ? new Reason("expression-holds", text + " holds: " + facts, arguments)
                    : new Reason("expression-does-not-hold", text + " does not hold: " + facts, arguments);
        }

        @Override
        public void copyFrom(Memory other) {
            Recent from = (Recent) other;
            known = from.known;
            value = from.value;
            previous = from.previous;
            for (int i = 0; i < windows.size(); i++) {
                windows.get(i).copyFrom(from.windows.get(i));
            }
        }

        @Override
        public void write(ByteWriter out) {
            out.writeByte(known);
            out.writeDouble(value);
            out.writeDouble(previous);
            windows.forEach(window -> window.write(out));
        }

        @Override
        public void read(ByteReader in) {
            known = in.readByte();
            value = in.readDouble();
            previous = in.readDouble();
            windows.forEach(window -> window.read(in));
        }
    }
}
