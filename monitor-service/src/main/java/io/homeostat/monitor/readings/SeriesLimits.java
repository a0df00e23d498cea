package io.homeostat.monitor.readings;

import io.homeostat.detection.rule.SensorSelection;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.Specification;
import io.homeostat.runtime.stream.Pipelines;
import io.homeostat.runtime.stream.StreamPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which limits the rules in force set to a series. Thread-safe. */
@Component
class SeriesLimits {

    private static final Set<String> ON_THE_VALUE = Set.of("threshold", "range", "levels", "forecast");
    private static final Set<String> AGGREGATES_LIKE_VALUES = Set.of("mean", "min", "max", "percentile");

    private final Pipelines pipelines;

    SeriesLimits(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    List<SeriesLimit> of(String stream, String sensorId) {
        List<SeriesLimit> limits = new ArrayList<>();
        for (Rule rule : rulesOf(stream)) {
            if (!rule.deleted() && rule.stream().equals(stream)) {
                SensorSelection.ruleFor(rule, sensorId, null)
                        .filter(one -> isOnTheValue(one.when()))
                        .ifPresent(one -> add(limits, one));
            }
        }
        return limits;
    }

    /** Whether a rule's limits can be drawn beside the values: those of a rate or a count cannot. */
    private static boolean isOnTheValue(Specification when) {
        return ON_THE_VALUE.contains(when.kind())
                || (when.kind().equals("window")
                        && AGGREGATES_LIKE_VALUES.contains(
                                String.valueOf(when.parameters().get("aggregate"))));
    }

    private static void add(List<SeriesLimit> limits, Rule rule) {
        Map<String, Object> when = rule.when().parameters();
        for (String kind : List.of("above", "below")) {
            if (when.get(kind) instanceof Map<?, ?> levels) {
                levels.forEach((severity, limit) -> add(limits, rule, kind, limit, severity(rule, severity)));
            } else {
                add(limits, rule, kind, when.get(kind), rule.severity());
            }
        }
        if (when.get("outside") instanceof List<?> band && band.size() == 2) {
            add(limits, rule, "below", band.get(0), rule.severity());
            add(limits, rule, "above", band.get(1), rule.severity());
        }
        add(limits, rule, "below", when.get("min"), rule.severity());
        add(limits, rule, "above", when.get("max"), rule.severity());
    }

    private static Severity severity(Rule rule, Object label) {
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(label)) {
                return severity;
            }
        }
        return rule.severity();
    }

    private List<Rule> rulesOf(String stream) {
        List<Rule> rules = new ArrayList<>();
        for (StreamPipeline<?> pipeline : pipelines.all()) {
            if (pipeline.stream().stream().equals(stream)) {
                rules.addAll(pipeline.rules().current().rules());
            }
        }
        return rules;
    }

    private static void add(
            List<SeriesLimit> limits, Rule rule, String kind, @Nullable Object limit, Severity severity) {
        if (limit instanceof Number number) {
            limits.add(new SeriesLimit(rule.id(), kind, number.doubleValue(), severity));
        }
    }
}
