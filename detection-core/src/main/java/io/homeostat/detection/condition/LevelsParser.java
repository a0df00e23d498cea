package io.homeostat.detection.condition;

import io.homeostat.model.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the kind {@code levels}: {@code above} or {@code below}, each an object of limits by severity. */
final class LevelsParser {

    private LevelsParser() {}

    static Condition parse(Parameters when, Parameters clear) {
        boolean upwards = when.has("above");
        String direction = upwards ? "above" : "below";
        if (upwards == when.has("below")) {
            when.refuse("above", "given, or below, not both, such as {warning: 30, critical: 40}");
        }
        Map<String, Object> written = when.object(direction);
        Parameters limits = when.inside(direction, written);
        List<Severity> severities = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (limits.has(severity.label())) {
                double limit = limits.number(severity.label());
                if (!steps.isEmpty() && !isBeyond(limit, steps.get(steps.size() - 1), upwards)) {
                    limits.refuse(
                            severity.label(),
                            "beyond the limit of "
                                    + severities.get(severities.size() - 1).label() + ", "
                                    + steps.get(steps.size() - 1));
                }
                severities.add(severity);
                steps.add(limit);
            }
        }
        if (steps.isEmpty()) {
            when.refuse(direction, "an object of limits by severity, such as {warning: 30, critical: 40}");
            return ConditionKind.never();
        }
        limits.knows(Severity.INFO.label(), Severity.WARNING.label(), Severity.CRITICAL.label());
        limits.refuseUnread();
        double first = steps.get(0);
        Limits lowest = upwards
                ? LimitsParser.between(when, clear, direction, Double.NEGATIVE_INFINITY, first)
                : LimitsParser.between(when, clear, direction, first, Double.POSITIVE_INFINITY);
        double[] further =
                steps.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
        return new ValueCondition(lowest, severities, further);
    }

    private static boolean isBeyond(double limit, double other, boolean upwards) {
        return upwards ? limit > other : limit < other;
    }
}
