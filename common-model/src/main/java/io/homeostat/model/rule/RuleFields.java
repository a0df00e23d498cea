package io.homeostat.model.rule;

import io.homeostat.model.alert.Severity;
import io.homeostat.model.wording.Likeness;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields that a rule and an override of it have in common. */
final class RuleFields {

    /** A hundred years: what is far longer cannot even be counted in milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private RuleFields() {}

    static @Nullable Severity severity(WrittenFields from) {
        Object value = from.get("severity");
        if (value == null) {
            return null;
        }
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(value)) {
                return severity;
            }
        }
        List<String> labels = Stream.of(Severity.values()).map(Severity::label).toList();
        String hint = value instanceof String text ? Likeness.nearest(text.toLowerCase(Locale.ROOT), labels) : null;
        from.fault("severity", value, "info, warning or critical", hint);
        return null;
    }

    static @Nullable Specification when(WrittenFields from) {
        return specification(from, "when", "kind");
    }

    static @Nullable Specification correct(WrittenFields from) {
        return specification(from, "correct", "method");
    }

    private static @Nullable Specification specification(WrittenFields from, String name, String kindField) {
        Object value = from.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map && map.get(kindField) instanceof String kind) {
            Map<String, Object> parameters =
                    new LinkedHashMap<>(from.inside(name, map).all());
            parameters.remove(kindField);
            return new Specification(kind, parameters);
        }
        from.fault(name, value, "an object with a " + kindField);
        return null;
    }

    static @Nullable Duration holdFor(WrittenFields from) {
        return from.duration("for", Duration.ZERO, LONGEST);
    }

    static Rule.@Nullable Clear clear(WrittenFields from) {
        Object value = from.get("clear");
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            WrittenFields fields = from.inside("clear", map);
            Duration holdFor = holdFor(fields);
            Map<String, Object> limits = new LinkedHashMap<>(fields.all());
            limits.remove("for");
            return new Rule.Clear(limits, holdFor == null ? Duration.ZERO : holdFor);
        }
        from.fault("clear", value, "an object, such as {below: 30, for: PT0S}");
        return null;
    }
}
