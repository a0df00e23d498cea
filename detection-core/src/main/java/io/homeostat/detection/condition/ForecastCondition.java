package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.forecast.Forecast;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The kind {@code forecast}: the series will pass a limit within a time, with a certainty: the warning before the breach.
 * The measure is the value that it will pass with that certainty. It says nothing of the first readings. Immutable.
 *
 * @param limits one limit, upper or lower, with its clear band
 * @param withinMillis how far it looks ahead, which is also how long readings count for the trend
 * @param deviations the certainty, as standard errors, one-sided
 */
record ForecastCondition(Limits limits, long withinMillis, double deviations) implements Condition {

    @Override
    public Memory remember() {
        return new Outlook();
    }

    @Override
    public int form() {
        return Objects.hash("forecast", onlyLimit(), isUpper(), withinMillis);
    }

    @Override
    public Condition converted(Conversion to) {
        return new ForecastCondition(limits.ofValues(to), withinMillis, deviations);
    }

    private boolean isUpper() {
        return limits.above() != Double.POSITIVE_INFINITY;
    }

    private double onlyLimit() {
        return isUpper() ? limits.above() : limits.below();
    }

    private Subject subject() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("within", Duration.ofMillis(withinMillis).toString());
        return new Subject("forecast", "what it will pass within " + Spans.of(withinMillis) + ", %s,", arguments);
    }

    private final class Outlook extends MeasuringMemory {

        private final Forecast forecast =
                new Forecast(onlyLimit(), Math.max(1, Math.abs(onlyLimit()) / 10), withinMillis);

        Outlook() {
            super(limits, subject());
        }

        @Override
        public void read(HeldReadings held, int index, Verdicts to) {
            long timeMillis = held.timeMillis(index);
            forecast.add(timeMillis, held.value(index));
            if (forecast.isKnown()) {
                double measure = isUpper()
                        ? forecast.highestPassed(withinMillis, deviations)
                        : forecast.lowestPassed(withinMillis, deviations);
                to.verdict(timeMillis, judge(measure), 0, measure, held.partition(index), held.offset(index));
            }
        }

        @Override
        public void copyFrom(Memory other) {
            forecast.copyFrom(((Outlook) other).forecast);
        }

        @Override
        public void write(ByteWriter out) {
            forecast.write(out);
        }

        @Override
        public void read(ByteReader in) {
            forecast.read(in);
        }
    }
}
