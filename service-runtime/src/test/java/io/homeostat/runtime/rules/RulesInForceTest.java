package io.homeostat.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesInForceTest {

    private final RuleBook book = new RuleBook();

    @Test
    void beginsWithWhatTheBookHas() {
        book.put(rule("first"));

        assertThat(inForce().get()).containsExactly("first");
    }

    @Test
    void changesOnlyWhenItIsRenewed() {
        RulesInForce<Set<String>> rules = inForce();
        book.put(rule("late"));

        assertThat(rules.get()).isEmpty();
        assertThat(rules.renew(0)).isTrue();
        assertThat(rules.get()).containsExactly("late");
    }

    @Test
    void looksTwiceASecondAtMost() {
        RulesInForce<Set<String>> rules = inForce();
        rules.renew(10_000);
        book.put(rule("late"));

        assertThat(rules.renew(10_499)).isFalse();
        assertThat(rules.renew(10_500)).isTrue();
    }

    @Test
    void standsForTheSameRulesWithTheSameObject() {
        RulesInForce<Set<String>> rules = inForce();
        book.put(rule("one"));
        rules.renew(0);
        Set<String> before = rules.get();

        assertThat(rules.renew(1_000)).isFalse();
        assertThat(rules.get()).isSameAs(before);
    }

    @Test
    void seesThatARuleIsGone() {
        book.put(rule("gone"));
        RulesInForce<Set<String>> rules = inForce();
        book.remove("gone");

        assertThat(rules.renew(0)).isTrue();
        assertThat(rules.get()).isEmpty();
    }

    private RulesInForce<Set<String>> inForce() {
        return new RulesInForce<>(book, RulesInForceTest::ids);
    }

    private static Set<String> ids(Collection<Rule> rules) {
        return rules.stream().map(Rule::id).collect(Collectors.toSet());
    }

    private static Rule rule(String id) {
        return RuleJson.read("""
                {"id": "%s", "version": 1, "stream": "temperature", "sensors": "*", "severity": "warning",
                 "when": {"kind": "threshold", "above": 30}, "for": "PT0S", "enabled": true, "deleted": false}
                """.formatted(id).getBytes(StandardCharsets.UTF_8));
    }
}
