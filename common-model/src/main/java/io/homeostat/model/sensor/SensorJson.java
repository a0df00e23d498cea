package io.homeostat.model.sensor;

import io.homeostat.model.MessageJson;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The JSON of sensors; a sensor written in YAML is the same object as a map. Thread-safe. */
public final class SensorJson {

    private SensorJson() {}

    /** The bytes of a sensor. */
    public static byte[] write(Sensor sensor) {
        return MessageJson.mapper().writeValueAsBytes(toMap(sensor));
    }

    /** A sensor as plain maps, texts and numbers; what is not known is not there. */
    public static Map<String, Object> toMap(Sensor sensor) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stream", sensor.stream());
        map.put("sensorId", sensor.id());
        if (!sensor.labels().isEmpty()) {
            map.put("labels", sensor.labels());
        }
        putIfKnown(map, "unit", sensor.unit());
        PhysicalRange range = sensor.range();
        if (range != null) {
            Map<String, Object> written = new LinkedHashMap<>();
            putIfKnown(written, "min", Double.isInfinite(range.min()) ? null : range.min());
            putIfKnown(written, "max", Double.isInfinite(range.max()) ? null : range.max());
            map.put("physicalRange", written);
        }
        if (sensor.expectedInterval() != null) {
            map.put("expectedInterval", sensor.expectedInterval().toString());
        }
        putIfKnown(map, "group", sensor.group());
        if (sensor.declaredAt() != null) {
            map.put("declaredAt", sensor.declaredAt().toString());
        }
        return map;
    }

    private static void putIfKnown(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    /**
     * Reads a record of the topic {@code sensors}.
     *
     * @param key the record's key
     * @param bytes its value, {@code null} where it has none
     * @return the sensor; empty if the record says that it is forgotten
     * @throws RuleFormatException if it is not written as a sensor must be, or is about another than its key says
     */
    public static Optional<Sensor> read(String key, byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        Map<?, ?> map = object(bytes);
        if (Boolean.TRUE.equals(map.get("deleted"))) {
            return Optional.empty();
        }
        Sensor sensor = fromMap(map);
        if (!sensor.key().equals(key)) {
            throw new RuleFormatException(
                    List.of(new RuleFault("the record's key", key, "stream/sensor id, " + sensor.key())));
        }
        return Optional.of(sensor);
    }

    /**
     * Reads a sensor from maps, texts and numbers, as a YAML reader gives them.
     *
     * @throws RuleFormatException if it is not written as a sensor must be; it has all faults
     */
    public static Sensor fromMap(Map<?, ?> map) {
        SensorParser parser = new SensorParser(map);
        Sensor sensor = parser.parse();
        if (!parser.faults.isEmpty()) {
            throw new RuleFormatException(parser.faults);
        }
        return sensor;
    }

    private static Map<?, ?> object(byte[] bytes) {
        try {
            if (MessageJson.mapper().readValue(bytes, Object.class) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (JacksonException e) {
            throw new RuleFormatException(List.of(new RuleFault("a sensor", e.getOriginalMessage(), "JSON")));
        }
        throw new RuleFormatException(List.of(new RuleFault("a sensor", "something else", "a JSON object")));
    }
}
