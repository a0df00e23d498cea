package io.homeostat.model.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A rule is not written as a rule must be; the message holds a sentence for each thing that is wrong. */
public final class RuleFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One thing that is wrong.
     *
     * @param path where in the rule, such as {@code clear.for}
     * @param value what stands there
     * @param allowed what may stand there
     */
    public record Fault(String path, String value, String allowed) {

        String sentence() {
            return path + " must be " + allowed + ", was " + value;
        }
    }

    /** Everything that is wrong with a rule. */
    public RuleFormatException(List<Fault> faults) {
        super(faults.stream().map(Fault::sentence).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, in the order in which it was found. */
    public List<Fault> faults() {
        return faults;
    }
}
