package io.homeostat.detection.rule;

import io.homeostat.detection.condition.Condition;
import io.homeostat.detection.condition.ValueCondition;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.Specification;
import io.homeostat.model.wording.Likeness;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a value is found that stands in for a failed reading: the one place in which a method is made known. */
public enum CorrectionMethod {
    /** The nearest value that the rule allows. */
    CLAMP {
        @Override
        public double correct(ValueCondition condition, double value) {
            return condition.nearestGood(value);
        }
    };

    /** The value to use for a failed one. */
    public abstract double correct(ValueCondition condition, double value);

    /** The method as it stands in rules and on the adjusted topic. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method that a rule asks for, {@code null} where it asks for none. That there is no such method, or that it cannot
     * correct what the condition finds, is added to the faults.
     */
    static @Nullable CorrectionMethod of(Rule rule, Condition condition, List<RuleFault> faults) {
        Specification correct = rule.correct();
        if (correct == null || correct.kind().equals("none")) {
            return null;
        }
        for (CorrectionMethod method : values()) {
            if (method.label().equals(correct.kind())) {
                if (condition instanceof ValueCondition) {
                    return method;
                }
                String allowed = "none: " + method.label() + " takes the nearest value that a limit on the value itself"
                        + " allows, and the kind " + rule.when().kind() + " has no such limit";
                faults.add(new RuleFault("correct.method", correct.kind(), allowed));
                return null;
            }
        }
        List<String> known = Stream.concat(Stream.of(values()).map(CorrectionMethod::label), Stream.of("none"))
                .toList();
        faults.add(new RuleFault(
                "correct.method",
                correct.kind(),
                "one of " + String.join(", ", known),
                Likeness.nearest(correct.kind(), known)));
        return null;
    }
}
