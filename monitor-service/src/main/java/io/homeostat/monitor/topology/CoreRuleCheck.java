package io.homeostat.monitor.topology;

import io.homeostat.detection.condition.ConditionKind;
import io.homeostat.detection.condition.InvalidRuleException;
import io.homeostat.detection.rule.CorrectionMethod;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.runtime.rules.RuleCheck;
import java.util.ArrayList;
import java.util.List;

/** What the detection core has against a rule: against its condition and against its correction, both at once. */
final class CoreRuleCheck implements RuleCheck {

    private static final String CORRECTION = "correct.";

    @Override
    public List<RuleFault> faults(Rule rule) {
        try {
            var unused = JudgingRule.of(rule);
            return List.of();
        } catch (InvalidRuleException e) {
            List<RuleFault> faults = new ArrayList<>(e.faults());
            if (faults.stream().noneMatch(fault -> fault.path().startsWith(CORRECTION))) {
                // the core stops at the condition
                faults.addAll(faultsOfMethod(rule));
            }
            return faults;
        }
    }

    private static List<RuleFault> faultsOfMethod(Rule rule) {
        try {
            var unused = CorrectionMethod.of(rule, ConditionKind.never());
            return List.of();
        } catch (InvalidRuleException e) {
            return e.faults();
        }
    }
}
