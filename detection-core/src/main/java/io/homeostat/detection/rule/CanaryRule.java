package io.homeostat.detection.rule;

import io.homeostat.detection.condition.Finding;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.Specification;
import java.time.Duration;
import java.util.Map;

/**
 * The built-in rule by which canaries are judged: what is above 0 is bad. It stands on no topic, so that a canary proves
 * the judging whatever people's rules are. Stateless.
 */
public final class CanaryRule {

    private static final JudgingRule RULE = JudgingRule.of(new Rule(
            "canary",
            1,
            "homeostat",
            "*",
            Severity.INFO,
            new Specification("threshold", Map.of("above", 0)),
            Duration.ZERO,
            null,
            null,
            true,
            false));

    private CanaryRule() {}

    /** Whether a canary's value breaches the rule. */
    public static boolean isBreach(double value) {
        return RULE.condition().remember().judge(value) == Finding.BREACH;
    }
}
