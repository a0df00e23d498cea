package io.homeostat.detection.rule;

import io.homeostat.detection.condition.InvalidRuleException;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.sensor.PhysicalRange;
import io.homeostat.model.sensor.Sensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force on one stream, in the order of their ids, and what is known of its sensors. Immutable: other rules,
 * or something else known of a sensor, is another set.
 */
public final class RuleSet {

    /** No rules at all. */
    public static final RuleSet EMPTY = of("", List.of(), (rule, refusal) -> {});

    private final Prepared prepared;
    private final Map<String, Sensor> sensors;

    /** The rules, however much becomes known of sensors. */
    private static final class Prepared {
        private final String stream;
        private final List<PreparedRule> rules;
        private final Map<String, Rule> known;
        private final boolean asksGroups;
        private final Map<PhysicalRange, JudgingRule> ranges = new ConcurrentHashMap<>();
        private final BiConsumer<Rule, InvalidRuleException> leftOut;

        Prepared(
                String stream,
                List<PreparedRule> rules,
                Map<String, Rule> known,
                BiConsumer<Rule, InvalidRuleException> leftOut) {
            this.stream = stream;
            this.rules = List.copyOf(rules);
            this.known = Map.copyOf(known);
            this.asksGroups = rules.stream().anyMatch(PreparedRule::asksTheGroup);
            this.leftOut = leftOut;
        }
    }

    private RuleSet(Prepared prepared, Map<String, Sensor> sensors) {
        this.prepared = prepared;
        this.sensors = sensors;
    }

    /**
     * The rules of a stream that are in force, with nothing known of its sensors.
     *
     * @param leftOut told of each rule that cannot be judged with, and is left out, so that it takes no other with it; and
     *     of one that is left out for the sensors with a unit, when it is first asked for. It must be thread-safe
     */
    public static RuleSet of(String stream, Collection<Rule> rules, BiConsumer<Rule, InvalidRuleException> leftOut) {
        List<PreparedRule> ready = new ArrayList<>();
        Map<String, Rule> known = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        rules.stream()
                .filter(rule -> rule.stream().equals(stream) && !rule.deleted())
                .sorted(Comparator.comparing(Rule::id))
                .forEach(rule -> {
                    try {
                        ready.add(new PreparedRule(rule));
                    } catch (InvalidRuleException e) {
                        leftOut.accept(rule, e);
                    }
                });
        return new RuleSet(new Prepared(stream, ready, known, leftOut), Map.of());
    }

    /**
     * The same rules, with what is known of the stream's sensors.
     *
     * @param known by sensor id; it must not change any more
     */
    public RuleSet with(Map<String, Sensor> known) {
        return new RuleSet(prepared, known);
    }

    /** A rule by which nothing is judged any more: what is still known of it, for the last event of its alerts. */
    public JudgingRule outOfForce(String ruleId) {
        if (ruleId.equals(PhysicalRangeRule.ID)) {
            return JudgingRule.findingNothing(PhysicalRangeRule.rule(prepared.stream, Map.of()));
        }
        Rule rule = prepared.known.get(ruleId);
        return JudgingRule.findingNothing(rule == null ? JudgingRule.forgotten(ruleId) : rule);
    }

    /** The rules about a sensor, in the order of their ids. */
    public List<JudgingRule> about(String sensorId) {
        Sensor sensor = sensors.get(sensorId);
        PhysicalRange range = sensor == null ? null : sensor.range();
        List<JudgingRule> about = new ArrayList<>();
        for (PreparedRule rule : prepared.rules) {
            JudgingRule ready = rule.about(sensorId, sensor, prepared.leftOut);
            if (ready != null) {
                about.add(ready);
            }
        }
        if (range != null) {
            about.add(prepared.ranges.computeIfAbsent(range, one -> PhysicalRangeRule.of(prepared.stream, one)));
            about.sort(Comparator.comparing(JudgingRule::id));
        }
        return List.copyOf(about);
    }

    /** The group whose sensors' readings a sensor is compared with; {@code null}: it has none, or no rule asks for it. */
    public @Nullable String groupAsked(String sensorId) {
        Sensor sensor = sensors.get(sensorId);
        return sensor != null && prepared.asksGroups ? sensor.group() : null;
    }

    /** What is known of a sensor; {@code null}: nothing. */
    public @Nullable Sensor sensor(String sensorId) {
        return sensors.get(sensorId);
    }

    /** Whether another set says the same of a sensor, as far as can be seen at a glance. */
    public boolean saysTheSame(@Nullable RuleSet other, String sensorId) {
        return other != null
                && other.prepared == prepared
                && Objects.equals(sensors.get(sensorId), other.sensors.get(sensorId));
    }
}
