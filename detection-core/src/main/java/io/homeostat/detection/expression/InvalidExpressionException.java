package io.homeostat.detection.expression;

import org.jspecify.annotations.Nullable;

/** A text that is no expression, is none that says true or false, or costs too much. */
public final class InvalidExpressionException extends Exception {

    private static final long serialVersionUID = 1;

    private final @Nullable String hint;

    /**
     * An exception that says what is wrong.
     *
     * @param message what is wrong, to be read after a colon
     * @param hint what was probably meant; {@code null} where that cannot be guessed
     */
    public InvalidExpressionException(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    /** What was probably meant. */
    public @Nullable String hint() {
        return hint;
    }
}
