package io.homeostat.detection.rule;

import io.homeostat.detection.condition.Condition;
import io.homeostat.detection.condition.InvalidRuleException;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.Specification;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a value is found that stands in for a failed reading: the one place in which a method is made known. */
public enum CorrectionMethod {
    /** The nearest value that the rule allows. */
    CLAMP {
        @Override
        public double correct(Condition condition, double value) {
            return condition.nearestGood(value);
        }
    };

    /** The value to use for a failed one. */
    public abstract double correct(Condition condition, double value);

    /** The method as it stands in rules and on the adjusted topic. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method that a rule asks for, {@code null} where it asks for none.
     *
     * @throws InvalidRuleException if there is no such method
     */
    public static @Nullable CorrectionMethod of(Rule rule) {
        Specification correct = rule.correct();
        if (correct == null || correct.kind().equals("none")) {
            return null;
        }
        for (CorrectionMethod method : values()) {
            if (method.label().equals(correct.kind())) {
                return method;
            }
        }
        String known = Stream.of(values()).map(CorrectionMethod::label).collect(Collectors.joining(", "));
        throw new InvalidRuleException(
                "correct.method", "must be one of " + known + ", none, was \"" + correct.kind() + "\"");
    }
}
