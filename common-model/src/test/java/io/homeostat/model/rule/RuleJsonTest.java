package io.homeostat.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.alert.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleJsonTest {

    private static final Map<String, Object> CONTRACT = Map.of(
            "id", "temperature-high",
            "stream", "temperature",
            "sensors", "*",
            "severity", "warning",
            "when", Map.of("kind", "threshold", "above", 30),
            "for", "PT0S",
            "clear", Map.of("below", 30, "for", "PT0S"),
            "correct", Map.of("method", "clamp"));

    @Test
    void readsTheRuleOfTheContract() {
        assertThat(RuleJson.fromMap(CONTRACT))
                .isEqualTo(new Rule(
                        "temperature-high",
                        1,
                        "temperature",
                        "*",
                        Severity.WARNING,
                        new Specification("threshold", Map.of("above", 30)),
                        Duration.ZERO,
                        new Rule.Clear(Map.of("below", 30), Duration.ZERO),
                        new Specification("clamp", Map.of()),
                        true,
                        false));
    }

    @Test
    void fillsInWhatIsNotSaid() {
        Rule rule = read("{\"id\":\"r\",\"when\":{\"kind\":\"threshold\",\"above\":30}}");
        assertThat(rule.sensors()).isEqualTo(SensorSelector.ALL);
        assertThat(rule.unit()).isNull();
        assertThat(rule.overrides()).isEmpty();
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.deleted()).isFalse();
        assertThat(rule.clear()).isNull();
        assertThat(rule.correct()).isNull();
        assertThat(rule.holdFor()).isEqualTo(Duration.ZERO);
    }

    @Test
    void keepsRulesThroughTheRoundTrip() {
        Rule rule = new Rule(
                "r.1_a-b",
                42,
                "pressure",
                "boiler-?",
                Severity.CRITICAL,
                new Specification("outside", Map.of("low", 1.5, "list", List.of(1, "x"))),
                Duration.ofSeconds(90),
                new Rule.Clear(Map.of("above", 2), Duration.ofMinutes(5)),
                new Specification("median", Map.of("window", "PT1M")),
                false,
                true);
        assertThat(RuleJson.read(RuleJson.write(rule))).isEqualTo(rule);
        assertThat(RuleJson.fromMap(RuleJson.toMap(rule))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\".r\",\"when\":{\"kind\":\"k\"}}|id|\".r\"",
                "{\"when\":{\"kind\":\"k\"}}|id|null",
                "{\"id\":\"r\"}|when|null",
                "{\"id\":\"r\",\"when\":{\"above\":3}}|when|{above=3}",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"severity\":\"loud\"}|severity|\"loud\"",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"for\":\"PT-1S\"}|for|\"PT-1S\"",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"for\":5}|for|5",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"clear\":{\"for\":\"soon\"}}|clear.for|\"soon\"",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"correct\":{\"limit\":1}}|correct|{limit=1}",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"enabled\":\"yes\"}|enabled|\"yes\"",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"version\":0}|version|0",
                "{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"stream\":\"a b\"}|stream|\"a b\"",
            })
    void namesTheFieldAndTheValueThatIsWrong(String json, String path, String value) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        RuleFormatException.class,
                        e -> assertThat(e.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.path()).isEqualTo(path);
                            assertThat(e).hasMessage(path + " must be " + fault.allowed() + ", was " + value);
                        }));
    }

    @Test
    void refusesADurationThatCannotBeCountedInMilliseconds() {
        assertThatThrownBy(
                        () -> read(
                                "{\"id\":\"r\",\"when\":{\"kind\":\"threshold\",\"above\":30},\"for\":\"PT2562047788015215H\"}"))
                .isInstanceOf(RuleFormatException.class)
                .hasMessageContaining("for must be a duration from PT0S to P36500D");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> read("{\"id\":\"\",\"severity\":\"bad\",\"when\":{}}"))
                .isInstanceOfSatisfying(
                        RuleFormatException.class, e -> assertThat(e.faults()).hasSize(3));
    }

    @Test
    void refusesFieldsThatARuleDoesNotHave() {
        assertThatThrownBy(() -> read("{\"id\":\"r\",\"when\":{\"kind\":\"k\"},\"sensor\":\"a\"}"))
                .isInstanceOf(RuleFormatException.class)
                .hasMessageContaining("sensor");
    }

    @ParameterizedTest
    @CsvSource({"sevrity, severity", "sensor, sensors", "whn, when", "enable, enabled", "treshold,"})
    void hintsAtTheFieldThatWasProbablyMeant(String written, String meant) {
        RuleDraft draft = RuleJson.draft(Map.of("id", "r", "when", Map.of("kind", "k"), written, 7));

        assertThat(draft.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo(written);
            assertThat(fault.value()).isEqualTo(7);
            assertThat(fault.hint()).isEqualTo(meant);
        });
    }

    @Test
    void hintsAtASeverityInCapitals() {
        RuleDraft draft = RuleJson.draft(Map.of("id", "r", "when", Map.of("kind", "k"), "severity", "WARNING"));

        assertThat(draft.faults()).extracting(RuleFault::hint).containsExactly("warning");
    }

    @Test
    void readsOfAWrongRuleWhatCanBeRead() {
        RuleDraft draft = RuleJson.draft(Map.of("id", "", "severity", "loud", "when", Map.of("kind", "k")));

        assertThat(draft.faults()).extracting(RuleFault::path).containsExactly("id", "severity");
        assertThat(draft.rule()).isNotNull();
        assertThat(draft.rule().when().kind()).isEqualTo("k");
        assertThat(RuleJson.draft(Map.of("id", "r")).rule()).isNull();
    }

    @Test
    void readsSensorsByTheirLabelsAndTheirIdsTogether() {
        Rule byLabels = fromYaml("sensors", Map.of("labels", Map.of("site", "a", "floor", 3)));
        assertThat(byLabels.sensors()).isEqualTo(new SensorSelector("*", Map.of("site", "a", "floor", "3")));
        assertThat(RuleJson.fromMap(RuleJson.toMap(byLabels))).isEqualTo(byLabels);

        Rule byBoth = fromYaml("sensors", Map.of("glob", "boiler-*", "labels", Map.of("site", "a*")));
        assertThat(byBoth.sensors()).isEqualTo(new SensorSelector("boiler-*", Map.of("site", "a*")));
        assertThat(RuleJson.read(RuleJson.write(byBoth))).isEqualTo(byBoth);
    }

    @Test
    void readsOverridesInTheirOrderAndAppliesThem() {
        Rule rule = fromYaml(
                "overrides",
                List.of(
                        Map.of("sensors", "boiler-7", "when", Map.of("kind", "threshold", "above", 35)),
                        Map.of("sensors", "boiler-*", "severity", "critical", "for", "PT5S", "enabled", false)));

        assertThat(rule.overrides()).extracting(one -> one.sensors().glob()).containsExactly("boiler-7", "boiler-*");
        assertThat(RuleJson.read(RuleJson.write(rule))).isEqualTo(rule);
        Rule first = rule.overriddenBy(rule.overrides().get(0));
        assertThat(first.when().parameters()).containsEntry("above", 35);
        assertThat(first.severity()).isEqualTo(Severity.WARNING);
        Rule second = rule.overriddenBy(rule.overrides().get(1));
        assertThat(second.when()).isEqualTo(rule.when());
        assertThat(second.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(second.holdFor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(second.enabled()).isFalse();
        assertThat(second.id()).isEqualTo(rule.id());
        assertThat(second.version()).isEqualTo(rule.version());
    }

    @Test
    void saysWhichOverrideIsWrongAndWhere() {
        RuleDraft draft = RuleJson.draft(Map.of(
                "id", "r",
                "when", Map.of("kind", "k"),
                "overrides",
                        List.of(
                                Map.of("severity", "loud"),
                                Map.of("sensors", "a"),
                                "boiler-7",
                                Map.of("sensors", Map.of("label", Map.of()), "clear", Map.of("for", "soon")))));

        assertThat(draft.faults())
                .extracting(RuleFault::path)
                .containsExactly(
                        "overrides[0].sensors",
                        "overrides[0].severity",
                        "overrides[1].sensors",
                        "overrides[2]",
                        "overrides[3].sensors.label",
                        "overrides[3].clear.for");
        assertThat(draft.faults()).extracting(RuleFault::hint).contains("labels");
    }

    @Test
    void takesAHundredOverridesAndNotOneMore() {
        Map<String, Object> override = Map.of("sensors", "a", "enabled", false);
        assertThat(fromYaml("overrides", Collections.nCopies(100, override)).overrides())
                .hasSize(100);
        assertThatThrownBy(() -> fromYaml("overrides", Collections.nCopies(101, override)))
                .hasMessage("overrides must be a list of at most 100 overrides, was \"101 overrides\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sensors\":{}}|sensors",
                "{\"sensors\":7}|sensors",
                "{\"sensors\":\"\"}|sensors",
                "{\"sensors\":{\"glob\":\"\"}}|sensors.glob",
                "{\"sensors\":{\"labels\":{}}}|sensors.labels",
                "{\"sensors\":{\"labels\":{\"a b\":\"c\"}}}|sensors.labels",
                "{\"sensors\":{\"labels\":{\"site\":[1]}}}|sensors.labels.site",
                "{\"unit\":\"\"}|unit",
                "{\"unit\":\"12345678901234567\"}|unit",
                "{\"overrides\":{}}|overrides",
            })
    void refusesSelectorsAndUnitsThatAreNone(String json, String path) {
        String whole = "{\"id\":\"r\",\"when\":{\"kind\":\"k\"}," + json.substring(1);
        assertThatThrownBy(() -> read(whole))
                .isInstanceOfSatisfying(
                        RuleFormatException.class,
                        e -> assertThat(e.faults()).extracting(RuleFault::path).containsExactly(path));
    }

    private static Rule fromYaml(String field, Object value) {
        return RuleJson.fromMap(Map.of("id", "r", "when", Map.of("kind", "threshold", "above", 30), field, value));
    }

    @Test
    void saysWhatIsNoRule() {
        for (String json : new String[] {"", "not json", "[]", "null", "7"}) {
            assertThatThrownBy(() -> read(json)).describedAs(json).isInstanceOf(RuleFormatException.class);
        }
    }

    private static Rule read(String json) {
        return RuleJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
