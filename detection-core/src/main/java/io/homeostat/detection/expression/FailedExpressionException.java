package io.homeostat.detection.expression;

/** An expression that could not be worked out of the facts of one reading. Has no stack trace, as it is no surprise. */
public final class FailedExpressionException extends Exception {

    private static final long serialVersionUID = 1;

    /** An exception that says why. */
    public FailedExpressionException(String message) {
        super(message, null, false, false);
    }
}
