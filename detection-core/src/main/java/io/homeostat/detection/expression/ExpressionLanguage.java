package io.homeostat.detection.expression;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A language in which a condition can be written. It is found as a service ({@link ServiceLoader}), so that this core
 * depends on none. Thread-safe.
 */
public interface ExpressionLanguage {

    /**
     * Reads, checks and estimates an expression.
     *
     * @throws InvalidExpressionException if it is no expression, says something else than true or false, or may cost more
     *     than is allowed
     */
    Expression parse(String text) throws InvalidExpressionException;

    /** The language on the class path; empty where there is none. */
    static Optional<ExpressionLanguage> installed() {
        return ServiceLoader.load(ExpressionLanguage.class, ExpressionLanguage.class.getClassLoader())
                .findFirst();
    }
}
