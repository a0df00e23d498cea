package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.runtime.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest version of every rule at one moment, the deleted too, in the order of their ids. Immutable. */
final class KnownRules {

    private final Map<String, Rule> rules;

    KnownRules(Map<String, Rule> rules) {
        this.rules = new TreeMap<>(rules);
    }

    /** The rules with one in another version. */
    KnownRules with(Rule rule) {
        Map<String, Rule> changed = new TreeMap<>(rules);
        changed.put(rule.id(), rule);
        return new KnownRules(changed);
    }

    /** A rule's newest version, which may be its deletion; {@code null} where there never was such a rule. */
    @Nullable
    Rule newest(String id) {
        return rules.get(id);
    }

    /**
     * A rule that is there.
     *
     * @throws ProblemException 404, if there is none, or it is deleted
     */
    Rule get(String id) {
        Rule rule = rules.get(id);
        if (rule == null || rule.deleted()) {
            String sentence = rule == null
                    ? "There is no rule with the id \"%s\".".formatted(id)
                    : "The rule \"%s\" was deleted, with version %d; POST to /api/rules makes it anew."
                            .formatted(id, rule.version());
            throw ProblemException.notFound(sentence);
        }
        return rule;
    }

    /** The rules that are there. */
    List<Rule> all() {
        return rules.values().stream().filter(rule -> !rule.deleted()).toList();
    }
}
