package io.homeostat.detection.rule;

import io.homeostat.detection.condition.Condition;
import io.homeostat.detection.condition.ConditionKind;
import io.homeostat.detection.condition.InvalidRuleException;
import io.homeostat.detection.unit.Conversion;
import io.homeostat.detection.unit.TemperatureUnit;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.Specification;
import io.homeostat.model.sensor.Sensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule made ready to judge with, as it is for some of its sensors. Immutable.
 *
 * @param rule the rule as written, and as overridden for these sensors
 * @param variant a number for what a version of the rule says of these sensors, 0 for the rule as it is written: another
 *     number is to what is open as another version
 * @param condition what it does not allow
 * @param holdForMillis how long a breach must last before the alert fires, in milliseconds
 * @param clearForMillis how long the series must be clear before the alert ends, in milliseconds
 * @param correction what the healer does; {@code null}: alert only
 */
public record JudgingRule(
        Rule rule,
        int variant,
        Condition condition,
        long holdForMillis,
        long clearForMillis,
        @Nullable CorrectionMethod correction) {

    /** What the ids of built-in rules begin with, and people's must not. */
    private static final String BUILT_IN = "homeostat-";

    /**
     * Makes a rule ready.
     *
     * @throws InvalidRuleException if the rule names a kind, a method or a parameter that there is not; it has all faults
     */
    public static JudgingRule of(Rule rule) {
        return of(rule, 0);
    }

    /** Makes what a rule says of some of its sensors ready. */
    static JudgingRule of(Rule rule, int variant) {
        List<RuleFault> faults = new ArrayList<>();
        JudgingRule ready = of(rule, variant, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRuleException(faults);
        }
        return ready;
    }

    /**
     * Everything for which it cannot be judged with a rule: in its condition and its correction, in those of its overrides,
     * and in its name, which must not be that of a built-in rule.
     */
    public static List<RuleFault> faults(Rule rule) {
        List<RuleFault> faults = new ArrayList<>();
        if (rule.id().startsWith(BUILT_IN)) {
            faults.add(new RuleFault(
                    "id", rule.id(), "one that does not begin with " + BUILT_IN + ", as built-in rules do"));
        }
        var unused = of(rule, 0, faults);
        for (int i = 0; i < rule.overrides().size(); i++) {
            faultsOf(rule.overriddenBy(rule.overrides().get(i)), "overrides[" + i + "].", faults);
        }
        return List.copyOf(faults);
    }

    /** What is wrong with an override, but for what is wrong with the rule in any case. */
    private static void faultsOf(Rule overridden, String path, List<RuleFault> faults) {
        List<RuleFault> found = new ArrayList<>();
        var unused = of(overridden, 0, found);
        for (RuleFault fault : found) {
            if (!faults.contains(fault)) {
                faults.add(new RuleFault(path + fault.path(), fault.value(), fault.allowed(), fault.hint()));
            }
        }
    }

    private static JudgingRule of(Rule rule, int variant, List<RuleFault> faults) {
        Rule.Clear clear = rule.clear();
        Condition condition = ConditionKind.of(rule, faults);
        return new JudgingRule(
                rule,
                variant,
                condition,
                rule.holdFor().toMillis(),
                clear == null ? 0 : clear.holdFor().toMillis(),
                CorrectionMethod.of(rule, condition, faults));
    }

    /** A rule that finds no breach, whatever the value. */
    static JudgingRule findingNothing(Rule rule) {
        return new JudgingRule(rule, 0, ConditionKind.never(), 0, 0, null);
    }

    /** What can be said of a rule of which nothing but the name is left. */
    static Rule forgotten(String ruleId) {
        Specification nothing = new Specification("never", Map.of());
        return new Rule(ruleId, 1, "", "*", Severity.WARNING, nothing, Duration.ZERO, null, null, false, true);
    }

    /** The same in the unit of some sensors; {@code null} where its figures cannot be converted to that. */
    @Nullable
    JudgingRule inUnit(@Nullable String unit) {
        String own = rule.unit();
        if (own == null || own.equals(unit)) {
            return this;
        }
        if (unit == null) {
            return null;
        }
        Conversion conversion = TemperatureUnit.conversion(own, unit).orElse(null);
        Condition converted = conversion == null ? null : condition.converted(conversion);
        return converted == null
                ? null
                : new JudgingRule(
                        rule, 31 * variant + unit.hashCode(), converted, holdForMillis, clearForMillis, correction);
    }

    /** The same, as it is for one sensor: what is known of that may be a part of the condition. */
    JudgingRule about(String sensorId, @Nullable Sensor sensor) {
        Condition own = condition.about(sensorId, sensor);
        if (own == condition) {
            return this;
        }
        int known = sensor == null ? 0 : Objects.hash(sensor.labels(), sensor.unit(), sensor.group());
        return new JudgingRule(rule, 31 * variant + known, own, holdForMillis, clearForMillis, correction);
    }

    /** Whether it is the built-in rule about what a sensor can measure: what fails it is no measurement. */
    public boolean isPhysicalRange() {
        return rule.id().equals(PhysicalRangeRule.ID);
    }

    /** The severity of an alert on a level of the condition. */
    public Severity severity(int level) {
        List<Severity> severities = condition.severities();
        return level < severities.size() ? severities.get(level) : rule.severity();
    }

    /** The rule's name. */
    public String id() {
        return rule.id();
    }
}
