package io.homeostat.runtime.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import java.util.List;

/** Says whether a rule can be judged with: the detection core's knowledge, which this module does not have. */
@FunctionalInterface
public interface RuleCheck {

    /** Everything for which it cannot be judged with a rule; empty if it can. */
    List<RuleFault> faults(Rule rule);
}
