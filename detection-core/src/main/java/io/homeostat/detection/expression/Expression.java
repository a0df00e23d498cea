package io.homeostat.detection.expression;

import java.util.List;

/** A condition that a person wrote in an {@link ExpressionLanguage}, checked and ready. Immutable, thread-safe. */
public interface Expression {

    /**
     * Whether it holds. Its cost was estimated and found low enough when it was parsed; it may allocate.
     *
     * @throws FailedExpressionException if it cannot be worked out of these facts: a label that the sensor does not have
     */
    boolean holds(Facts facts) throws FailedExpressionException;

    /** Whether it asks for the reading before, so that the first of a series says nothing. */
    boolean needsPrevious();

    /** Whether it asks what is known of the sensor. */
    boolean needsSensor();

    /** The windows that it asks for, in the order of {@link Facts#window}. */
    List<RollingWindow> windows();
}
