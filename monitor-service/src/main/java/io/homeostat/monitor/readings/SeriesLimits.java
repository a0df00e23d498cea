package io.homeostat.monitor.readings;

import io.homeostat.detection.rule.SensorSelection;
import io.homeostat.detection.unit.TemperatureUnit;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.Specification;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.runtime.stream.Pipelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which limits the rules in force set to a series, in the unit of its sensor. Thread-safe. */
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
        Sensor sensor = sensor(stream, sensorId).orElse(null);
        for (Rule rule : pipelines.rulesOf(stream)) {
            if (!rule.deleted() && rule.stream().equals(stream)) {
                SensorSelection.ruleFor(rule, sensorId, sensor)
                        .filter(one -> isOnTheValue(one.when()))
                        .ifPresent(one -> limits.addAll(inUnitOf(sensor, one)));
            }
        }
        return limits;
    }

    /** The sensor's own unit; empty if it is not known. */
    Optional<String> unitOf(String stream, String sensorId) {
        return sensor(stream, sensorId).flatMap(known -> Optional.ofNullable(known.unit()));
    }

    private Optional<Sensor> sensor(String stream, String sensorId) {
        return Optional.ofNullable(pipelines.sensorsOf(stream).get(sensorId));
    }

    /** A rule that cannot be judged by, since it is in another unit, sets no limits. */
    private static List<SeriesLimit> inUnitOf(@Nullable Sensor sensor, Rule rule) {
        List<SeriesLimit> limits = new ArrayList<>();
        add(limits, rule);
        String written = rule.unit();
        String unit = sensor == null ? null : sensor.unit();
        if (written == null) {
            return limits;
        }
        return unit == null
                ? List.of()
                : TemperatureUnit.conversion(written, unit)
                        .map(conversion -> limits.stream()
                                .map(limit -> limit.withValue(conversion.value(limit.value())))
                                .toList())
                        .orElse(List.of());
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

    private static void add(
            List<SeriesLimit> limits, Rule rule, String kind, @Nullable Object limit, Severity severity) {
        if (limit instanceof Number number) {
            limits.add(new SeriesLimit(rule.id(), kind, number.doubleValue(), severity));
        }
    }
}
