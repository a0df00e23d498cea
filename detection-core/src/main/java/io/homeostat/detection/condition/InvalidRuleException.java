package io.homeostat.detection.condition;

import io.homeostat.model.rule.RuleFault;
import java.util.List;
import java.util.stream.Collectors;

/** A rule cannot be judged with; the message holds a sentence for each thing that is wrong. */
public final class InvalidRuleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleFault> faults;

    /** Everything that is wrong with a rule. */
    public InvalidRuleException(List<RuleFault> faults) {
        super(faults.stream().map(RuleFault::sentence).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, in the order in which it was found. */
    public List<RuleFault> faults() {
        return faults;
    }
}
