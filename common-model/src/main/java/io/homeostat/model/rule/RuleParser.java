package io.homeostat.model.rule;

import io.homeostat.model.alert.Severity;
import io.homeostat.model.wording.Likeness;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one rule and gathers all that is wrong with it. Used once. */
final class RuleParser {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final List<String> WRITTEN =
            List.of("id", "stream", "sensors", "severity", "when", "for", "clear", "correct", "enabled");
    private static final Set<String> KEPT = Set.of("version", "deleted");

    /** Stands in for an id that cannot be read. */
    private static final String UNNAMED = "unnamed";

    /** A hundred years: what is far longer cannot even be counted in milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Map<String, Object> fields;
    private final List<RuleFault> faults = new ArrayList<>();

    RuleParser(Map<?, ?> map) {
        this.fields = copy(map);
    }

    Rule parse() {
        RuleDraft draft = draft();
        Rule rule = draft.rule();
        if (!draft.faults().isEmpty() || rule == null) {
            throw new RuleFormatException(draft.faults());
        }
        return rule;
    }

    RuleDraft draft() {
        fields.forEach((name, value) -> {
            if (!WRITTEN.contains(name) && !KEPT.contains(name)) {
                String allowed = "left out; a rule has the fields " + String.join(", ", WRITTEN);
                faults.add(new RuleFault(name, value, allowed, Likeness.nearest(name, WRITTEN)));
            }
        });
        String id = id();
        int version = version();
        String stream = stream();
        String sensors = text("sensors", "*");
        Severity severity = severity();
        Specification when = when();
        Duration holdFor = duration("for", fields.get("for"));
        Rule.Clear clear = clear();
        Specification correct = correct();
        boolean enabled = flag("enabled", true);
        boolean deleted = flag("deleted", false);
        Rule rule = when == null
                ? null
                : new Rule(id, version, stream, sensors, severity, when, holdFor, clear, correct, enabled, deleted);
        return new RuleDraft(rule, faults);
    }

    private String id() {
        Object value = fields.get("id");
        if (value instanceof String text && ID.matcher(text).matches()) {
            return text;
        }
        fault("id", value, "1 to 100 letters, digits, '.', '_' or '-', not beginning with '.'");
        return UNNAMED;
    }

    private int version() {
        Object value = fields.getOrDefault("version", 1);
        if (value instanceof Integer number && number >= 1) {
            return number;
        }
        fault("version", value, "a whole number from 1");
        return 1;
    }

    private String stream() {
        Object value = fields.getOrDefault("stream", "temperature");
        if (value instanceof String name && STREAM.matcher(name).matches()) {
            return name;
        }
        fault("stream", value, "1 to 100 letters, digits, '_' or '-'");
        return "temperature";
    }

    private String text(String name, String otherwise) {
        Object value = fields.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text && !text.isEmpty() && text.length() <= 200) {
            return text;
        }
        fault(name, value, "a text of 1 to 200 characters");
        return otherwise;
    }

    private Severity severity() {
        Object value = fields.getOrDefault("severity", Severity.WARNING.label());
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(value)) {
                return severity;
            }
        }
        List<String> labels = Stream.of(Severity.values()).map(Severity::label).toList();
        String hint = value instanceof String text ? Likeness.nearest(text.toLowerCase(Locale.ROOT), labels) : null;
        faults.add(new RuleFault("severity", value, "info, warning or critical", hint));
        return Severity.WARNING;
    }

    private @Nullable Specification when() {
        Specification when = specification("when", "kind");
        if (when == null && !fields.containsKey("when")) {
            fault("when", null, "an object with a kind, such as {kind: threshold, above: 30}");
        }
        return when;
    }

    private @Nullable Specification correct() {
        return specification("correct", "method");
    }

    private @Nullable Specification specification(String name, String kindField) {
        Object value = fields.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map && map.get(kindField) instanceof String kind) {
            Map<String, Object> parameters = copy(map);
            parameters.remove(kindField);
            return new Specification(kind, parameters);
        }
        fault(name, value, "an object with a " + kindField);
        return null;
    }

    private Rule.@Nullable Clear clear() {
        Object value = fields.get("clear");
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> limits = copy(map);
            return new Rule.Clear(limits, duration("clear.for", limits.remove("for")));
        }
        fault("clear", value, "an object, such as {below: 30, for: PT0S}");
        return null;
    }

    private Duration duration(String path, @Nullable Object value) {
        if (value == null) {
            return Duration.ZERO;
        }
        try {
            Duration duration = Duration.parse(String.valueOf(value));
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, with what is allowed
        }
        fault(path, value, "a duration from PT0S to P36500D, such as PT5M");
        return Duration.ZERO;
    }

    private boolean flag(String name, boolean otherwise) {
        Object value = fields.getOrDefault(name, otherwise);
        if (value instanceof Boolean flag) {
            return flag;
        }
        fault(name, value, "true or false");
        return otherwise;
    }

    private void fault(String path, @Nullable Object value, String allowed) {
        faults.add(new RuleFault(path, value, allowed));
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value);
            }
        });
        return copy;
    }
}
