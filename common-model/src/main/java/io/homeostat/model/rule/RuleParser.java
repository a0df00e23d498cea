package io.homeostat.model.rule;

import io.homeostat.model.alert.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one rule and gathers all that is wrong with it. Used once. */
final class RuleParser {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final List<String> WRITTEN = List.of(
            "id", "stream", "sensors", "unit", "severity", "when", "for", "clear", "correct", "overrides", "enabled");
    private static final Set<String> KEPT = Set.of("version", "deleted");

    /** Stands in for an id that cannot be read. */
    private static final String UNNAMED = "unnamed";

    private static final String USUAL_STREAM = "temperature";

    private final List<RuleFault> faults = new ArrayList<>();
    private final WrittenFields fields;

    RuleParser(Map<?, ?> map) {
        this.fields = WrittenFields.of(map, faults);
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
        fields.allow("a rule", WRITTEN, KEPT);
        String id = id();
        int version = version();
        String stream = stream();
        SensorSelector sensors = SensorSelector.read(fields);
        String unit = fields.text("unit", UnitText::isAllowed, UnitText.ALLOWED);
        Severity severity = Objects.requireNonNullElse(RuleFields.severity(fields), Severity.WARNING);
        Specification when = when();
        Duration holdFor = Objects.requireNonNullElse(RuleFields.holdFor(fields), Duration.ZERO);
        Rule.Clear clear = RuleFields.clear(fields);
        Specification correct = RuleFields.correct(fields);
        List<RuleOverride> overrides = OverrideParser.read(fields);
        boolean enabled = Objects.requireNonNullElse(fields.flag("enabled"), true);
        boolean deleted = Objects.requireNonNullElse(fields.flag("deleted"), false);
        Rule rule = when == null
                ? null
                : new Rule(
                        id, version, stream, sensors, unit, severity, when, holdFor, clear, correct, overrides, enabled,
                        deleted);
        return new RuleDraft(rule, faults);
    }

    private String id() {
        Object value = fields.get("id");
        if (value instanceof String text && ID.matcher(text).matches()) {
            return text;
        }
        fields.fault("id", value, "1 to 100 letters, digits, '.', '_' or '-', not beginning with '.'");
        return UNNAMED;
    }

    private int version() {
        Object value = fields.get("version");
        if (value == null) {
            return 1;
        }
        if (value instanceof Integer number && number >= 1) {
            return number;
        }
        fields.fault("version", value, "a whole number from 1");
        return 1;
    }

    private String stream() {
        String stream =
                fields.text("stream", name -> STREAM.matcher(name).matches(), "1 to 100 letters, digits, '_' or '-'");
        return stream == null ? USUAL_STREAM : stream;
    }

    private @Nullable Specification when() {
        if (!fields.has("when")) {
            fields.fault("when", null, "an object with a kind, such as {kind: threshold, above: 30}");
        }
        return RuleFields.when(fields);
    }
}
