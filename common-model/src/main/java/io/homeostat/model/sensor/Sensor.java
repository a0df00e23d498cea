package io.homeostat.model.sensor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a sensor beside its readings. Immutable; a few hundred bytes.
 *
 * @param stream the stream that it speaks on
 * @param id its id, 1 to 128 characters
 * @param labels what is said of it by a name, such as its site; at most 32
 * @param unit of its values, such as {@code °C}; {@code null}: not known
 * @param range what it can measure at all; {@code null}: not known
 * @param expectedInterval how often it speaks; {@code null}: it may be silent for ever
 * @param group the sensors that are judged beside it, and so have one home; {@code null}: it stands alone
 * @param declaredAt since when it is expected to speak; {@code null}: since the record that says so
 */
public record Sensor(
        String stream,
        String id,
        Map<String, String> labels,
        @Nullable String unit,
        @Nullable PhysicalRange range,
        @Nullable Duration expectedInterval,
        @Nullable String group,
        @Nullable Instant declaredAt) {

    public Sensor {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** What its record is called on the topic {@code sensors}. */
    public String key() {
        return stream + "/" + id;
    }

    /** The sensor as it was declared at a time. */
    public Sensor declaredAt(@Nullable Instant time) {
        return new Sensor(stream, id, labels, unit, range, expectedInterval, group, time);
    }
}
