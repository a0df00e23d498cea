package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.runtime.web.ProblemException;

/**
 * What somebody wants of the rules. Asked again if another was quicker, so it depends on nothing but the rules that it is
 * given.
 */
@FunctionalInterface
interface RuleChange {

    /**
     * The version to write.
     *
     * @throws ProblemException if the rules as they are now do not allow it; then nothing is written
     */
    Rule on(KnownRules now);
}
