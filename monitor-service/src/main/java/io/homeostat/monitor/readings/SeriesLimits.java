package io.homeostat.monitor.readings;

import io.homeostat.detection.rule.SensorGlob;
import io.homeostat.model.rule.Rule;
import io.homeostat.runtime.stream.Pipelines;
import io.homeostat.runtime.stream.StreamPipeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which limits the rules in force set to a series. Thread-safe. */
@Component
class SeriesLimits {

    private final Pipelines pipelines;

    SeriesLimits(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    List<SeriesLimit> of(String stream, String sensorId) {
        List<SeriesLimit> limits = new ArrayList<>();
        for (Rule rule : rulesOf(stream)) {
            if (rule.enabled() && !rule.deleted() && rule.stream().equals(stream) && covers(rule, sensorId)) {
                add(limits, rule, "above", rule.when().parameters().get("above"));
                add(limits, rule, "below", rule.when().parameters().get("below"));
                if (rule.when().parameters().get("outside") instanceof List<?> band && band.size() == 2) {
                    add(limits, rule, "below", band.get(0));
                    add(limits, rule, "above", band.get(1));
                }
            }
        }
        return limits;
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

    private static boolean covers(Rule rule, String sensorId) {
        return new SensorGlob(rule.sensors()).matches(sensorId);
    }

    private static void add(List<SeriesLimit> limits, Rule rule, String kind, @Nullable Object limit) {
        if (limit instanceof Number number) {
            limits.add(new SeriesLimit(rule.id(), kind, number.doubleValue(), rule.severity()));
        }
    }
}
