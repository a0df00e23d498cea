package io.homeostat.detection.rule;

import io.homeostat.detection.condition.Condition;
import io.homeostat.detection.condition.ConditionKind;
import io.homeostat.detection.condition.InvalidRuleException;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.Specification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule made ready to judge with. Immutable.
 *
 * @param rule the rule as written
 * @param glob the sensors that it is about
 * @param condition what it does not allow
 * @param holdForMillis how long a breach must last before the alert fires, in milliseconds
 * @param clearForMillis how long the series must be clear before the alert ends, in milliseconds
 * @param correction what the healer does; {@code null}: alert only
 */
public record JudgingRule(
        Rule rule,
        SensorGlob glob,
        Condition condition,
        long holdForMillis,
        long clearForMillis,
        @Nullable CorrectionMethod correction) {

    /**
     * Makes a rule ready.
     *
     * @throws InvalidRuleException if the rule names a kind, a method or a parameter that there is not; it has all faults
     */
    public static JudgingRule of(Rule rule) {
        List<RuleFault> faults = new ArrayList<>();
        JudgingRule ready = of(rule, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRuleException(faults);
        }
        return ready;
    }

    /** Everything for which it cannot be judged with a rule: in its condition and in its correction. */
    public static List<RuleFault> faults(Rule rule) {
        List<RuleFault> faults = new ArrayList<>();
        var unused = of(rule, faults);
        return List.copyOf(faults);
    }

    private static JudgingRule of(Rule rule, List<RuleFault> faults) {
        Rule.Clear clear = rule.clear();
        Condition condition = ConditionKind.of(rule, faults);
        return new JudgingRule(
                rule,
                new SensorGlob(rule.sensors()),
                condition,
                rule.holdFor().toMillis(),
                clear == null ? 0 : clear.holdFor().toMillis(),
                CorrectionMethod.of(rule, condition, faults));
    }

    /** A rule that finds no breach, whatever the value. */
    static JudgingRule findingNothing(Rule rule) {
        return new JudgingRule(rule, new SensorGlob(rule.sensors()), ConditionKind.never(), 0, 0, null);
    }

    /** What can be said of a rule of which nothing but the name is left. */
    static Rule forgotten(String ruleId) {
        Specification nothing = new Specification("never", Map.of());
        return new Rule(ruleId, 1, "", "*", Severity.WARNING, nothing, Duration.ZERO, null, null, false, true);
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
