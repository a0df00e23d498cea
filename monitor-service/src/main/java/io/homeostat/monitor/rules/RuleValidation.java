package io.homeostat.monitor.rules;

import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.monitor.ledger.LedgerProblems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a rule that somebody is writing. Immutable.
 *
 * @param errors all that is wrong with it, a hundred at most; none of a valid rule
 * @param rule the rule as it would stand on the topic, but for its version; {@code null} if it is not valid
 */
record RuleValidation(List<PlacedFault> errors, @Nullable Map<String, Object> rule) {

    RuleValidation {
        errors = List.copyOf(errors);
    }

    /** Examines a rule; an id is that of the rule which it is to replace. */
    static RuleValidation of(RuleExaminer examiner, RuleBody written, @Nullable String id) {
        try {
            return new RuleValidation(List.of(), RuleJson.toMap(examiner.examine(written.object(), id)));
        } catch (RuleFormatException e) {
            return new RuleValidation(
                    e.faults().stream()
                            .limit(LedgerProblems.MOST_FAULTS)
                            .map(fault -> PlacedFault.of(fault, written.outline()))
                            .toList(),
                    null);
        }
    }
}
