package io.homeostat.detection.rule;

import io.homeostat.model.alert.Severity;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.Specification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds rules for tests: above 30 on all sensors of the stream temperature, unless told otherwise. */
public final class Rules {

    private String id = "temperature-high";
    private int version = 1;
    private String sensors = "*";
    private Specification when = new Specification("threshold", Map.of("above", 30));
    private Duration holdFor = Duration.ZERO;
    private Duration clearFor = Duration.ZERO;
    private final Map<String, Object> clear = new LinkedHashMap<>();
    private @Nullable Specification correct;
    private boolean enabled = true;
    private boolean deleted;

    public static Rules above30() {
        return new Rules();
    }

    public static Rules when(String kind, Map<String, Object> parameters) {
        Rules rules = new Rules();
        rules.when = new Specification(kind, parameters);
        return rules;
    }

    public Rules id(String text) {
        id = text;
        return this;
    }

    public Rules version(int number) {
        version = number;
        return this;
    }

    public Rules sensors(String glob) {
        sensors = glob;
        return this;
    }

    public Rules limit(double above) {
        when = new Specification("threshold", Map.of("above", above));
        return this;
    }

    public Rules holdForSeconds(double seconds) {
        holdFor = Duration.ofMillis((long) (seconds * 1000));
        return this;
    }

    public Rules holdFor(Duration duration) {
        holdFor = duration;
        return this;
    }

    public Rules clearForSeconds(double seconds) {
        clearFor = Duration.ofMillis((long) (seconds * 1000));
        return this;
    }

    public Rules clear(String name, Object limit) {
        clear.put(name, limit);
        return this;
    }

    public Rules correct(String method) {
        correct = new Specification(method, Map.of());
        return this;
    }

    public Rules disabled() {
        enabled = false;
        return this;
    }

    public Rules deleted() {
        deleted = true;
        return this;
    }

    public Rule build() {
        return new Rule(
                id,
                version,
                "temperature",
                sensors,
                Severity.WARNING,
                when,
                holdFor,
                new Rule.Clear(clear, clearFor),
                correct,
                enabled,
                deleted);
    }

    public JudgingRule ready() {
        return JudgingRule.of(build());
    }

    /** A set of rules, all of which must be valid. */
    public static RuleSet set(Rules... rules) {
        return RuleSet.of(
                "temperature", List.of(rules).stream().map(Rules::build).toList(), (rule, refusal) -> {
                    throw refusal;
                });
    }
}
