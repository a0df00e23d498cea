package io.homeostat.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.homeostat.detection.condition.ConditionKind;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.model.sensor.Sensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitsOfRulesTest {

    private final List<String> leftOut = new ArrayList<>();

    /** A limit in °F on a sensor in °C: as a temperature 86 is 30, as a difference 9 is 5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold | {above: 86} | 31 | 30",
                "threshold | {below: 86} | 29 | 30",
                "threshold | {outside: [32, 86]} | 31 | 30",
                "range | {min: 32, max: 86} | -1 | 0",
                "levels | {above: {warning: 86, critical: 95}} | 31 | 30",
                "levels | {above: {warning: 86, critical: 95}} | 36 | 35",
                "rate | {above: 9} | 6 | 5",
                "spike | {above: 9} | 6 | 5",
                "flatline | {tolerance: 9, duration: PT1M} | 0 | 5",
                "window | {aggregate: mean, size: PT1M, above: 86} | 31 | 30",
                "window | {aggregate: min, size: PT1M, above: 86} | 31 | 30",
                "window | {aggregate: max, size: PT1M, above: 86} | 31 | 30",
                "window | {aggregate: percentile, percentile: 95, size: PT1M, above: 86} | 31 | 30",
                "window | {aggregate: stddev, size: PT1M, above: 9} | 6 | 5",
                "window | {aggregate: count, size: PT1M, above: 9} | 10 | 9",
                "window | {aggregate: mean, session: PT1M, above: 86} | 31 | 30",
                "window | {aggregate: stddev, session: PT1M, above: 9} | 6 | 5",
                "forecast | {above: 86, within: PT1M} | 31 | 30",
                "missing | {duration: PT1M} | 61 | 60",
            })
    void convertsTheFiguresOfEachKind(String kind, String parameters, double measure, double limit) {
        Rule rule = rule("°F", kind, parameters);
        JudgingRule ready = about(rule, "°C").get(0);

        assertThat(ready.condition().remember().limit(measure)).isEqualTo(limit, within(1e-12));
        assertThat(leftOut).isEmpty();
    }

    @Test
    void convertsTheClearBandAndThePartsOfACondition() {
        Rule rule = RuleJson.fromMap(Map.of(
                "id",
                "r",
                "unit",
                "°F",
                "when",
                Map.of("kind", "threshold", "above", 86),
                "clear",
                Map.of("below", 68)));
        JudgingRule ready = about(rule, "°C").get(0);
        assertThat(ready.condition().remember().judge(25)).hasToString("BETWEEN");
        assertThat(ready.condition().remember().judge(19.9)).hasToString("CLEAR");

        Rule all = rule("°F", "all", "{conditions: [{kind: threshold, above: 86}, {kind: rate, above: 9}]}");
        assertThat(about(all, "°C")).hasSize(1);
    }

    /** A new kind must say how it is converted, or it is refused; none may go by the wrong figures. */
    @ParameterizedTest
    @EnumSource(ConditionKind.class)
    void convertsEachKindOrLeavesItOut(ConditionKind kind) {
        String label = kind.name().toLowerCase(Locale.ROOT);
        String parameters = switch (label) {
            case "threshold", "spike", "rate" -> "{above: 9}";
            case "range" -> "{min: 1, max: 2}";
            case "levels" -> "{above: {warning: 9}}";
            case "window" -> "{aggregate: mean, size: PT1M, above: 9}";
            case "flatline", "missing" -> "{duration: PT1M}";
            case "forecast" -> "{above: 9, within: PT1M}";
            case "all", "any" -> "{conditions: [{kind: threshold, above: 9}]}";
            case "not" -> "{condition: {kind: threshold, above: 9}}";
            case "deviation" -> "{above: 9, quorum: 3}";
            case "expression" -> "{expression: \"value > 9.0\"}";
            default -> "{}";
        };
        int converted = about(rule("°F", label, parameters), "°C").size();
        assertThat(converted + leftOut.size()).isEqualTo(1);
    }

    @Test
    void takesARuleWithoutAUnitAsInTheSensorsOwn() {
        JudgingRule ready = about(rule(null, "threshold", "{above: 86}"), "°C").get(0);
        assertThat(ready.condition().remember().limit(90)).isEqualTo(86);
        assertThat(ready.variant()).isZero();
    }

    @Test
    void leavesOutARuleThatCannotBeConvertedAndSaysSoOnce() {
        RuleSet rules = set(rule("°F", "threshold", "{above: 86}"))
                .with(Map.of("boiler-7", sensor("boiler-7", "bar"), "boiler-8", sensor("boiler-8", "bar")));
        assertThat(rules.about("boiler-7")).isEmpty();
        assertThat(rules.about("boiler-8")).isEmpty();
        assertThat(leftOut)
                .containsExactly("unit must be one that the figures of a rule of this kind can be converted from to"
                        + " \"bar\", the unit of temperature/boiler-7, was \"°F\"");
    }

    @Test
    void leavesOutARuleWithAUnitOnASensorWhoseUnitIsNotKnown() {
        RuleSet rules = set(rule("°F", "threshold", "{above: 86}"));
        assertThat(rules.about("boiler-7")).isEmpty();
        assertThat(leftOut).singleElement().asString().contains("temperature/boiler-7", "not known");
    }

    @Test
    void isAnotherVariantOfTheSameVersionInEachUnit() {
        Rule rule = rule("°F", "threshold", "{above: 86}");
        JudgingRule celsius = about(rule, "°C").get(0);
        JudgingRule kelvin = about(rule, "K").get(0);
        JudgingRule own = about(rule, "°F").get(0);
        assertThat(own.variant()).isZero();
        assertThat(celsius.variant()).isNotZero().isNotEqualTo(kelvin.variant());
        assertThat(celsius.rule().version()).isEqualTo(own.rule().version());
    }

    private List<JudgingRule> about(Rule rule, String unit) {
        return set(rule).with(Map.of("boiler-7", sensor("boiler-7", unit))).about("boiler-7");
    }

    private RuleSet set(Rule rule) {
        return RuleSet.of("temperature", List.of(rule), (one, refusal) -> leftOut.add(refusal.getMessage()));
    }

    private static Sensor sensor(String id, String unit) {
        return new Sensor("temperature", id, Map.of(), unit, null, null, null, null);
    }

    private static Rule rule(@Nullable String unit, String kind, String parameters) {
        Map<String, Object> when = new LinkedHashMap<>(new org.yaml.snakeyaml.Yaml(
                        new org.yaml.snakeyaml.constructor.SafeConstructor(new org.yaml.snakeyaml.LoaderOptions()))
                .load(parameters));
        when.put("kind", kind);
        Map<String, Object> rule = new LinkedHashMap<>(Map.of("id", "r", "when", when));
        if (unit != null) {
            rule.put("unit", unit);
        }
        return RuleJson.fromMap(rule);
    }
}
