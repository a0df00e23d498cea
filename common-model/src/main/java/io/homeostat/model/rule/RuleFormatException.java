package io.homeostat.model.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule, or something else that people write, is not written as it must be; the message holds a sentence for each thing
 * that is wrong.
 */
public final class RuleFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleFault> faults;

    /** Everything that is wrong with what was written. */
    public RuleFormatException(List<RuleFault> faults) {
        super(faults.stream().map(RuleFault::sentence).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, in the order in which it was found. */
    public List<RuleFault> faults() {
        return faults;
    }
}
