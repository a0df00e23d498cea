package io.homeostat.detection.rule;

import io.homeostat.detection.condition.InvalidRuleException;
import io.homeostat.model.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules in force on one stream, in the order of their ids. Immutable. */
public final class RuleSet {

    /** No rules at all. */
    public static final RuleSet EMPTY = new RuleSet(List.of(), Map.of());

    private final List<JudgingRule> rules;
    private final Map<String, Rule> known;

    private RuleSet(List<JudgingRule> rules, Map<String, Rule> known) {
        this.rules = List.copyOf(rules);
        this.known = Map.copyOf(known);
    }

    /**
     * The rules of a stream that are in force. One that cannot be judged with is left out and told, so that it takes no
     * other with it.
     */
    public static RuleSet of(String stream, Collection<Rule> rules, BiConsumer<Rule, InvalidRuleException> leftOut) {
        List<JudgingRule> ready = new ArrayList<>();
        Map<String, Rule> known = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        rules.stream()
                .filter(rule -> rule.stream().equals(stream) && rule.enabled() && !rule.deleted())
                .sorted(Comparator.comparing(Rule::id))
                .forEach(rule -> {
                    try {
                        ready.add(JudgingRule.of(rule));
                    } catch (InvalidRuleException e) {
                        leftOut.accept(rule, e);
                    }
                });
        return new RuleSet(ready, known);
    }

    /** A rule by which nothing is judged any more: what is still known of it, for the last event of its alerts. */
    public JudgingRule outOfForce(String ruleId) {
        Rule rule = known.get(ruleId);
        return JudgingRule.findingNothing(rule == null ? JudgingRule.forgotten(ruleId) : rule);
    }

    /** The rules about a sensor, in the order of their ids. */
    public List<JudgingRule> about(String sensorId) {
        return rules.stream().filter(rule -> rule.glob().matches(sensorId)).toList();
    }
}
