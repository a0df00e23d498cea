package io.homeostat.detection.condition;

/** A rule cannot be judged with; the message is a sentence that names the parameter and what is allowed. */
public final class InvalidRuleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * A refusal of one part of a rule.
     *
     * @param path where in the rule, such as {@code when.above}
     * @param sentence what is allowed there, and what was found
     */
    public InvalidRuleException(String path, String sentence) {
        super(path + " " + sentence);
        this.path = path;
    }

    /** Where in the rule, such as {@code when.above}. */
    public String path() {
        return path;
    }
}
