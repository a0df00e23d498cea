package io.homeostat.detection.alert;

import io.homeostat.detection.condition.Reason;
import io.homeostat.detection.rule.JudgingRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why an alert took a step, made from what its condition says of the moment. */
final class AlertReasons {

    private AlertReasons() {}

    static Reason of(Transition transition, boolean byTimer, JudgingRule rule, Reason finding) {
        return switch (transition) {
            case FIRED -> byTimer ? lasting(finding, rule.holdForMillis()) : finding;
            case RESOLVED -> byTimer ? lasting(finding, rule.clearForMillis()) : finding;
            case RELAPSED -> prefixed("relapsed", "it did not stay clear: ", finding);
            case LAPSED -> prefixed("lapsed", "the breach did not last: ", finding);
            case PENDING, RECOVERING, LEVELLED -> finding;
        };
    }

    static Reason withdrawn(double lateValue) {
        return new Reason(
                "withdrawn",
                "withdrawn: with the late reading of " + lateValue + " there was no such alert",
                Map.of("value", lateValue));
    }

    static Reason revised(double lateValue) {
        return new Reason(
                "revised",
                "the late reading of " + lateValue + " moved the alert's beginning or end",
                Map.of("value", lateValue));
    }

    private static Reason lasting(Reason finding, long millis) {
        Map<String, Object> arguments = new LinkedHashMap<>(finding.arguments());
        arguments.put("seconds", millis / 1000.0);
        return new Reason(finding.code() + "-for", finding.sentence() + " for " + millis / 1000.0 + " s", arguments);
    }

    private static Reason prefixed(String code, String prefix, Reason finding) {
        Map<String, Object> arguments = new LinkedHashMap<>(finding.arguments());
        arguments.put("findingCode", finding.code());
        return new Reason(code, prefix + finding.sentence(), arguments);
    }
}
