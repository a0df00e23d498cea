package io.homeostat.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.alert.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        assertThat(rule.sensors()).isEqualTo("*");
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
    void saysWhatIsNoRule() {
        for (String json : new String[] {"", "not json", "[]", "null", "7"}) {
            assertThatThrownBy(() -> read(json)).describedAs(json).isInstanceOf(RuleFormatException.class);
        }
    }

    private static Rule read(String json) {
        return RuleJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
