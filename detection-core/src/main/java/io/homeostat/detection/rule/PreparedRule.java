package io.homeostat.detection.rule;

import io.homeostat.detection.condition.InvalidRuleException;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleOverride;
import io.homeostat.model.sensor.Sensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A rule with all that it says of different sensors, made ready once: by its overrides, and in the units of the sensors.
 * Thread-safe.
 */
final class PreparedRule {

    /** What a rule says of some of its sensors. */
    private record Part(SensorSelection sensors, JudgingRule ready) {}

    /** What a part says of the sensors with a unit: of these there are few, however many sensors there are. */
    private record InUnit(int part, @Nullable String unit) {}

    private final Rule rule;
    private final SensorSelection sensors;
    private final List<Part> parts = new ArrayList<>();
    private final Map<InUnit, Optional<JudgingRule>> converted = new ConcurrentHashMap<>();

    /**
     * Prepares a rule.
     *
     * @throws InvalidRuleException if it cannot be judged with
     */
    PreparedRule(Rule rule) {
        List<RuleFault> faults = JudgingRule.faults(rule);
        if (!faults.isEmpty()) {
            throw new InvalidRuleException(faults);
        }
        this.rule = rule;
        this.sensors = SensorSelection.of(rule.sensors());
        for (RuleOverride override : rule.overrides()) {
            JudgingRule ready = JudgingRule.of(rule.overriddenBy(override), parts.size() + 1);
            parts.add(new Part(SensorSelection.of(override.sensors()), ready));
        }
        parts.add(new Part(sensors, JudgingRule.of(rule, 0)));
    }

    String id() {
        return rule.id();
    }

    /**
     * What the rule says of a sensor; {@code null} if it is not about it, or is switched off for it.
     *
     * @param leftOut told, once for a unit, if the rule cannot be judged with since it is in another unit
     */
    @Nullable
    JudgingRule about(String sensorId, @Nullable Sensor sensor, BiConsumer<Rule, InvalidRuleException> leftOut) {
        if (!sensors.matches(sensorId, sensor)) {
            return null;
        }
        int index = 0;
        while (!parts.get(index).sensors.matches(sensorId, sensor)) {
            index++;
        }
        JudgingRule ready = parts.get(index).ready;
        if (!ready.rule().enabled()) {
            return null;
        }
        JudgingRule inUnit = rule.unit() == null ? ready : inUnitOf(sensorId, sensor, index, leftOut);
        return inUnit == null ? null : inUnit.about(sensorId, sensor);
    }

    /** Whether it asks, of any sensor, what the others of its group read. */
    boolean asksTheGroup() {
        return parts.stream().anyMatch(part -> part.ready.condition().asksTheGroup());
    }

    private @Nullable JudgingRule inUnitOf(
            String sensorId, @Nullable Sensor sensor, int index, BiConsumer<Rule, InvalidRuleException> leftOut) {
        InUnit asked = new InUnit(index, sensor == null ? null : sensor.unit());
        return converted
                .computeIfAbsent(asked, unknown -> {
                    JudgingRule found = parts.get(index).ready.inUnit(asked.unit);
                    if (found == null) {
                        leftOut.accept(rule, new InvalidRuleException(List.of(unitFault(sensorId, asked.unit))));
                    }
                    return Optional.ofNullable(found);
                })
                .orElse(null);
    }

    private RuleFault unitFault(String sensorId, @Nullable String unit) {
        String name = rule.stream() + "/" + sensorId;
        String allowed = unit == null
                ? "left out, or the unit of " + name + " given, which is not known"
                : "one that the figures of a rule of this kind can be converted from to \"" + unit + "\", the unit of "
                        + name;
        return new RuleFault("unit", rule.unit(), allowed);
    }
}
