package io.homeostat.detection.rule;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleOverride;
import io.homeostat.model.rule.SensorSelector;
import io.homeostat.model.sensor.Sensor;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A selector made ready: which sensors a rule is about. Immutable. A sensor of which nothing is known has no labels.
 *
 * @param glob on the sensor id
 * @param labels on the value of each label that is named
 */
public record SensorSelection(SensorGlob glob, Map<String, SensorGlob> labels) {

    public SensorSelection {
        labels = Map.copyOf(labels);
    }

    /** Makes a selector ready. */
    public static SensorSelection of(SensorSelector selector) {
        Map<String, SensorGlob> labels = selector.labels().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, label -> new SensorGlob(label.getValue())));
        return new SensorSelection(new SensorGlob(selector.glob()), labels);
    }

    /** What a rule, as it is written, says of one sensor; empty if it is not about it, or is switched off for it. */
    public static Optional<Rule> ruleFor(Rule rule, String sensorId, @Nullable Sensor sensor) {
        if (!of(rule.sensors()).matches(sensorId, sensor)) {
            return Optional.empty();
        }
        for (RuleOverride override : rule.overrides()) {
            if (of(override.sensors()).matches(sensorId, sensor)) {
                return Optional.of(rule.overriddenBy(override)).filter(Rule::enabled);
            }
        }
        return Optional.of(rule).filter(Rule::enabled);
    }

    /** Whether a sensor is meant. */
    public boolean matches(String sensorId, @Nullable Sensor sensor) {
        return glob.matches(sensorId)
                && labels.entrySet().stream().allMatch(label -> {
                    String value = sensor == null ? null : sensor.labels().get(label.getKey());
                    return value != null && label.getValue().matches(value);
                });
    }
}
