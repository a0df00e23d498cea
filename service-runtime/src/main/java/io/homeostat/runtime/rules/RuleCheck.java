package io.homeostat.runtime.rules;

import io.homeostat.model.rule.Rule;

/** Says whether a rule can be judged with: the detection core's knowledge, which this module does not have. */
@FunctionalInterface
public interface RuleCheck {

    /**
     * Checks a rule.
     *
     * @throws IllegalArgumentException if it cannot be judged with; the message says what is allowed
     */
    void check(Rule rule);
}
