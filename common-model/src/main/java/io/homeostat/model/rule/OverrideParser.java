package io.homeostat.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the overrides of a rule, in their order. */
final class OverrideParser {

    private static final int MOST = 100;
    private static final List<String> WRITTEN =
            List.of("sensors", "severity", "when", "for", "clear", "correct", "enabled");

    private OverrideParser() {}

    static List<RuleOverride> read(WrittenFields rule) {
        Object value = rule.get("overrides");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST) {
            Object told = value instanceof List<?> many ? many.size() + " overrides" : value;
            rule.fault("overrides", told, "a list of at most " + MOST + " overrides");
            return List.of();
        }
        List<RuleOverride> overrides = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String name = "overrides[" + i + "]";
            if (list.get(i) instanceof Map<?, ?> map) {
                overrides.add(override(rule.inside(name, map)));
            } else {
                rule.fault(name, list.get(i), "an object, such as {sensors: boiler-7, severity: critical}");
            }
        }
        return overrides;
    }

    private static RuleOverride override(WrittenFields fields) {
        fields.allow("an override", WRITTEN, Set.of());
        if (!fields.has("sensors")) {
            fields.fault("sensors", null, "given: which of the rule's sensors are meant");
        } else if (fields.all().size() == 1) {
            fields.fault("sensors", fields.get("sensors"), "given with what is otherwise for these sensors");
        }
        return new RuleOverride(
                SensorSelector.read(fields),
                RuleFields.severity(fields),
                RuleFields.when(fields),
                RuleFields.holdFor(fields),
                RuleFields.clear(fields),
                RuleFields.correct(fields),
                fields.flag("enabled"));
    }
}
