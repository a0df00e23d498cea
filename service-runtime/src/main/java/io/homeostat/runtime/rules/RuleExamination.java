package io.homeostat.runtime.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleDraft;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.rule.RuleJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads rules that somebody writes, and finds all that is wrong with one at once: its form and its sense. */
public final class RuleExamination {

    private final RuleCheck check;

    /** An examination by what can be judged with. */
    public RuleExamination(RuleCheck check) {
        this.check = check;
    }

    /**
     * Reads a rule.
     *
     * @param written maps, lists, texts and numbers, as the readers of JSON and YAML give them
     * @throws RuleFormatException if anything is wrong with it
     */
    public Rule read(Map<?, ?> written) {
        RuleDraft draft = RuleJson.draft(written);
        Rule rule = draft.rule();
        List<RuleFault> faults = new ArrayList<>(draft.faults());
        if (rule != null) {
            faults.addAll(check.faults(rule));
        }
        if (rule == null || !faults.isEmpty()) {
            throw new RuleFormatException(faults);
        }
        return rule;
    }
}
