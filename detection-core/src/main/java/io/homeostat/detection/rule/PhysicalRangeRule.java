package io.homeostat.detection.rule;

import io.homeostat.detection.condition.ValueCondition;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.Specification;
import io.homeostat.model.sensor.PhysicalRange;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The built-in rule by which a reading fails that its sensor cannot have measured, whatever people's rules are. It
 * stands on no topic: it follows from what is known of the sensor. Stateless.
 */
public final class PhysicalRangeRule {

    /** The rule's id in alerts and corrections. */
    public static final String ID = "homeostat-physical-range";

    private PhysicalRangeRule() {}

    /** The rule about a sensor that can measure a range. */
    static JudgingRule of(String stream, PhysicalRange range) {
        Map<String, Object> limits = new LinkedHashMap<>();
        if (!Double.isInfinite(range.min())) {
            limits.put("below", range.min());
        }
        if (!Double.isInfinite(range.max())) {
            limits.put("above", range.max());
        }
        return new JudgingRule(
                rule(stream, limits), range.hashCode(), ValueCondition.ofPhysicalRange(range), 0, 0, null);
    }

    /** The rule with some limits. */
    static Rule rule(String stream, Map<String, Object> limits) {
        return new Rule(
                ID,
                1,
                stream,
                "*",
                Severity.CRITICAL,
                new Specification("threshold", limits),
                Duration.ZERO,
                null,
                null,
                true,
                false);
    }
}
