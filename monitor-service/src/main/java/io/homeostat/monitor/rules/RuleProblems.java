package io.homeostat.monitor.rules;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.monitor.ledger.LedgerProblems;
import io.homeostat.runtime.web.ProblemException;
import java.util.List;

/** Why a call about rules cannot be served, as problem details. */
final class RuleProblems {

    private RuleProblems() {}

    /** 422 with all that is wrong: the member {@code errors}, of which each has path, value, allowed and hint. */
    static ProblemException invalid(List<RuleFault> faults) {
        return LedgerProblems.invalid("rule", faults);
    }

    /** 503: Kafka did not answer, or the rules were not read yet; nothing was changed. */
    static ProblemException away(String sentence) {
        return LedgerProblems.away(sentence);
    }
}
