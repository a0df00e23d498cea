package io.homeostat.model.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a rule that somebody writes, and all that is wrong with how it is written. Immutable.
 *
 * @param rule the rule, with something harmless in the place of what is wrong, so that the rest can be looked at too;
 *     {@code null} where nothing says what it does not allow
 * @param faults everything that is wrong, in the order in which it was found; empty: the rule is as it was written
 */
public record RuleDraft(@Nullable Rule rule, List<RuleFault> faults) {

    public RuleDraft {
        faults = List.copyOf(faults);
    }
}
