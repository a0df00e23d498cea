package io.homeostat.detection.condition;

import io.homeostat.model.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of condition that a rule can name, each with the parameters that it takes: the one place in which a kind
 * is made known.
 */
public enum ConditionKind {
    /** Beyond a limit: {@code above} and/or {@code below}, or {@code outside: [low, high]}. */
    THRESHOLD {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            if (!when.has("outside")) {
                if (!when.has("above") && !when.has("below")) {
                    throw when.refuse("above", "or below, or outside, must be given");
                }
                double above = when.number("above", Double.POSITIVE_INFINITY);
                return limits(when, clear, "above", when.number("below", Double.NEGATIVE_INFINITY), above);
            }
            if (when.has("above") || when.has("below")) {
                throw when.refuse("outside", "stands for above and below and cannot be given beside them");
            }
            List<Double> outside = when.numbers("outside", 2);
            return limits(when, clear, "outside", outside.get(0), outside.get(1));
        }
    },
    /** Outside {@code min} to {@code max}. */
    RANGE {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return limits(when, clear, "max", when.number("min"), when.number("max"));
        }
    };

    abstract Condition parse(Parameters when, Parameters clear);

    /**
     * The condition that a rule asks for.
     *
     * @throws InvalidRuleException if the kind is unknown, or a parameter is missing, unknown or beyond its range
     */
    public static Condition of(Rule rule) {
        Parameters when = new Parameters("when", rule.when().parameters());
        Rule.Clear clear = rule.clear();
        Parameters clearBand = new Parameters("clear", clear == null ? Map.of() : clear.limits());
        for (ConditionKind kind : values()) {
            if (kind.label().equals(rule.when().kind())) {
                Condition condition = kind.parse(when, clearBand);
                when.refuseUnread();
                clearBand.refuseUnread();
                return condition;
            }
        }
        throw new InvalidRuleException(
                "when.kind",
                "must be one of " + labels() + ", was \"" + rule.when().kind() + "\"");
    }

    /** The condition that nothing breaches. */
    public static Condition never() {
        return new Limits(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN);
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String labels() {
        return Stream.of(values()).map(ConditionKind::label).collect(Collectors.joining(", "));
    }

    private static Condition limits(Parameters when, Parameters clear, String upper, double below, double above) {
        if (below >= above) {
            throw when.refuse(upper, "must lie above the lower limit " + below + ", was " + above);
        }
        double clearBelow = clear.number("below", Double.NaN);
        double clearAbove = clear.number("above", Double.NaN);
        if (clear.has("below") && (above == Double.POSITIVE_INFINITY || clearBelow > above)) {
            throw clear.refuse("below", "must be at most the rule's upper limit " + above + ", was " + clearBelow);
        }
        if (clear.has("above") && (below == Double.NEGATIVE_INFINITY || clearAbove < below)) {
            throw clear.refuse("above", "must be at least the rule's lower limit " + below + ", was " + clearAbove);
        }
        if (clearBelow <= below) {
            throw clear.refuse("below", "must lie above the rule's lower limit " + below + ", was " + clearBelow);
        }
        if (clearAbove >= above) {
            throw clear.refuse("above", "must lie below the rule's upper limit " + above + ", was " + clearAbove);
        }
        if (clearAbove >= clearBelow) {
            throw clear.refuse("above", "must be less than clear.below " + clearBelow + ", was " + clearAbove);
        }
        return new Limits(above, below, clearBelow, clearAbove);
    }
}
