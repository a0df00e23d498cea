package io.homeostat.model.sensor;

import io.homeostat.model.reading.Reading;
import io.homeostat.model.rule.Labels;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.UnitText;
import io.homeostat.model.rule.WrittenFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is known of one sensor and gathers all that is wrong with it. Used once. */
final class SensorParser {

    private static final List<String> WRITTEN =
            List.of("stream", "sensorId", "labels", "unit", "physicalRange", "expectedInterval", "group");
    private static final Set<String> KEPT = Set.of("declaredAt", "deleted");

    private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1," + Reading.MAX_SENSOR_ID_LENGTH + "}");
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    final List<RuleFault> faults = new ArrayList<>();
    private final WrittenFields fields;

    SensorParser(Map<?, ?> map) {
        fields = WrittenFields.of(map, faults);
    }

    /** The sensor; worth something only if there are no faults. */
    Sensor parse() {
        fields.allow("a sensor", WRITTEN, KEPT);
        String stream = required(
                "stream", STREAM, "1 to 100 letters, digits, '_' or '-': the name of the stream that it speaks on");
        String id = required("sensorId", NAME, "a text of 1 to " + Reading.MAX_SENSOR_ID_LENGTH + " characters");
        Map<String, String> labels = Labels.read(fields);
        String unit = fields.text("unit", UnitText::isAllowed, UnitText.ALLOWED);
        PhysicalRange range = range();
        Duration interval = fields.duration("expectedInterval", SHORTEST, LONGEST);
        String group = fields.text(
                "group",
                name -> NAME.matcher(name).matches(),
                "a text of 1 to " + Reading.MAX_SENSOR_ID_LENGTH + " characters");
        return new Sensor(stream, id, labels, unit, range, interval, group, declaredAt());
    }

    private String required(String name, Pattern pattern, String allowed) {
        if (!fields.has(name)) {
            fields.fault(name, null, allowed);
        }
        String text = fields.text(name, written -> pattern.matcher(written).matches(), allowed);
        return text == null ? "unnamed" : text;
    }

    private @Nullable PhysicalRange range() {
        Object value = fields.get("physicalRange");
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> map)) {
            fields.fault("physicalRange", value, "an object, such as {min: -40, max: 125}");
            return null;
        }
        WrittenFields written = fields.inside("physicalRange", map);
        written.allow("a physical range", List.of("min", "max"), Set.of());
        double min = limit(written, "min", Double.NEGATIVE_INFINITY);
        double max = limit(written, "max", Double.POSITIVE_INFINITY);
        if (!written.has("min") && !written.has("max")) {
            written.fault("min", null, "given, or max");
        } else if (min >= max) {
            written.fault("max", written.get("max"), "above min, " + min);
        } else if (min < max) {
            return new PhysicalRange(min, max);
        }
        return null;
    }

    private static double limit(WrittenFields written, String name, double otherwise) {
        Object value = written.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        written.fault(name, value, "a finite number");
        return Double.NaN;
    }

    private @Nullable Instant declaredAt() {
        Object value = fields.get("declaredAt");
        if (value == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(String.valueOf(value));
            if (time.getEpochSecond() >= 0) {
                return time;
            }
        } catch (DateTimeException e) {
            // said below, with what is allowed
        }
        fields.fault("declaredAt", value, "a time in UTC since 1970, such as 2026-11-23T08:15:00Z");
        return null;
    }
}
