package io.homeostat.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.model.sensor.PhysicalRange;
import io.homeostat.model.sensor.Sensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorsAndOverridesTest {

    private static final Map<String, Sensor> SENSORS = Map.of(
            "boiler-7", sensor("boiler-7", Map.of("site", "a", "line", "north")),
            "boiler-8", sensor("boiler-8", Map.of("site", "b", "line", "north")),
            "oven-1", sensor("oven-1", Map.of("site", "a")));

    @Test
    void isAboutTheSensorsWhoseLabelsAllMatch() {
        RuleSet one = set(rule(Map.of("sensors", Map.of("labels", Map.of("site", "a")))));
        assertThat(one.about("boiler-7")).hasSize(1);
        assertThat(one.about("oven-1")).hasSize(1);
        assertThat(one.about("boiler-8")).isEmpty();
        assertThat(one.about("unknown")).isEmpty();

        RuleSet two = set(rule(Map.of("sensors", Map.of("labels", Map.of("site", "?", "line", "n*")))));
        assertThat(two.about("boiler-7")).hasSize(1);
        assertThat(two.about("boiler-8")).hasSize(1);
        assertThat(two.about("oven-1")).isEmpty();
    }

    @Test
    void wantsGlobAndLabelsToAgree() {
        RuleSet set = set(rule(Map.of("sensors", Map.of("glob", "boiler-*", "labels", Map.of("site", "a")))));
        assertThat(set.about("boiler-7")).hasSize(1);
        assertThat(set.about("boiler-8")).isEmpty();
        assertThat(set.about("oven-1")).isEmpty();
    }

    @Test
    void takesTheFirstOverrideThatMeansASensor() {
        RuleSet set = set(rule(Map.of(
                "overrides",
                List.of(
                        Map.of("sensors", "boiler-7", "when", Map.of("kind", "threshold", "above", 35)),
                        Map.of("sensors", Map.of("labels", Map.of("site", "?")), "severity", "critical"),
                        Map.of("sensors", "unknown", "enabled", false)))));

        JudgingRule seven = set.about("boiler-7").get(0);
        assertThat(seven.condition().remember().limit(50)).isEqualTo(35);
        assertThat(seven.severity(0)).isEqualTo(Severity.WARNING);
        assertThat(seven.rule().version()).isEqualTo(4);
        JudgingRule eight = set.about("boiler-8").get(0);
        assertThat(eight.condition().remember().limit(50)).isEqualTo(30);
        assertThat(eight.severity(0)).isEqualTo(Severity.CRITICAL);
        assertThat(set.about("unknown")).isEmpty();
        assertThat(set.about("other").get(0).variant()).isZero();
        assertThat(eight.variant()).isNotEqualTo(seven.variant());
    }

    @Test
    void canBeOnForSomeSensorsAlone() {
        RuleSet set = set(
                rule(Map.of("enabled", false, "overrides", List.of(Map.of("sensors", "boiler-7", "enabled", true)))));
        assertThat(set.about("boiler-7")).hasSize(1);
        assertThat(set.about("boiler-8")).isEmpty();
    }

    @Test
    void findsWhatIsWrongWithAnOverrideAndSaysWhere() {
        List<RuleFault> faults = JudgingRule.faults(rule(Map.of(
                "clear", Map.of("below", 28),
                "overrides",
                        List.of(
                                Map.of("sensors", "a", "when", Map.of("kind", "threshold", "above", "hot")),
                                Map.of("sensors", "b", "when", Map.of("kind", "threshold", "above", 25)),
                                Map.of("sensors", "c", "correct", Map.of("method", "clmp"))))));

        assertThat(faults)
                .extracting(RuleFault::path)
                .containsExactly("overrides[0].when.above", "overrides[1].clear.below", "overrides[2].correct.method");
    }

    @Test
    void saysOnceWhatIsWrongWithTheRuleItself() {
        List<RuleFault> faults = JudgingRule.faults(rule(Map.of(
                "correct", Map.of("method", "clmp"), "overrides", List.of(Map.of("sensors", "a", "for", "PT1S")))));
        assertThat(faults).extracting(RuleFault::path).containsExactly("correct.method");
    }

    @Test
    void keepsTheNamesOfBuiltInRulesToThese() {
        for (String id : List.of("homeostat-physical-range", "homeostat-incident", "homeostat-mine")) {
            assertThat(JudgingRule.faults(rule(Map.of("id", id))))
                    .extracting(RuleFault::path)
                    .containsExactly("id");
        }
        assertThat(JudgingRule.faults(rule(Map.of("id", "homeostat")))).isEmpty();
    }

    @Test
    void hasTheRuleOfThePhysicalRangeAmongTheOthersInTheOrderOfTheirIds() {
        RuleSet set = set(rule(Map.of("id", "a")), rule(Map.of("id", "z")))
                .with(Map.of("boiler-7", ranged("boiler-7", -40, 125), "boiler-8", ranged("boiler-8", -40, 125)));
        assertThat(set.about("boiler-7"))
                .extracting(JudgingRule::id)
                .containsExactly("a", "homeostat-physical-range", "z");
        assertThat(set.about("boiler-7").get(1)).isSameAs(set.about("boiler-8").get(1));
        assertThat(set.about("boiler-7").get(1).severity(0)).isEqualTo(Severity.CRITICAL);
        assertThat(set.about("other")).hasSize(2);
    }

    private static RuleSet set(Rule... rules) {
        return RuleSet.of("temperature", List.of(rules), (rule, refusal) -> {
                    throw refusal;
                })
                .with(SENSORS);
    }

    private static Rule rule(Map<String, Object> fields) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", "r");
        rule.put("version", 4);
        rule.put("when", Map.of("kind", "threshold", "above", 30));
        rule.putAll(fields);
        return RuleJson.fromMap(rule);
    }

    private static Sensor sensor(String id, Map<String, String> labels) {
        return new Sensor("temperature", id, labels, null, null, null, null, null);
    }

    private static Sensor ranged(String id, double min, double max) {
        return new Sensor("temperature", id, Map.of(), null, new PhysicalRange(min, max), null, null, null);
    }
}
