package io.homeostat.expressions;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.homeostat.detection.expression.InvalidExpressionException;

/**
 * How many steps an expression may take at most, estimated from its text. A part is a step and what its parts take; a
 * loop takes its body as often as what it runs over has elements, of which labels have at most {@value #MOST_ELEMENTS}; a
 * regular expression takes the length of its pattern for each of {@value #TEXT} characters, as RE2 runs in linear time.
 * Texts that are put together and compared count as one step: each was written, or is a label.
 */
final class Cost {

    /** The most that is allowed: some 100 µs. */
    static final int MOST = 2_000;

    private static final int MOST_ELEMENTS = 64;
    private static final int TEXT = 20;

    private Cost() {}

    /** Refuses an expression that may cost too much. */
    static void check(CelExpr root) throws InvalidExpressionException {
        double steps = of(root);
        if (steps > MOST) {
            throw new InvalidExpressionException(
                    "it may take %,.0f steps for a reading, at most %,d are allowed".formatted(steps, MOST), null);
        }
    }

    private static double of(CelExpr part) throws InvalidExpressionException {
        if (part.getKind() == Kind.COMPREHENSION) {
            return ofLoop(part.comprehension());
        }
        double steps = 1;
        for (CelExpr child : Tree.children(part)) {
            steps += of(child);
        }
        if (part.getKind() == Kind.CALL && part.call().function().equals("matches")) {
            CelExpr pattern = part.call().args().get(part.call().args().size() - 1);
            if (pattern.getKind() != Kind.CONSTANT || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
                throw new InvalidExpressionException("a pattern must stand as it is, in quotes", null);
            }
            steps += (double) TEXT * pattern.constant().stringValue().length();
        }
        return steps;
    }

    private static double ofLoop(CelComprehension loop) throws InvalidExpressionException {
        CelExpr over = loop.iterRange();
        int elements = switch (over.getKind()) {
            case LIST -> over.list().elements().size();
            case MAP -> over.map().entries().size();
            default -> MOST_ELEMENTS;
        };
        return of(over)
                + of(loop.accuInit())
                + elements * (of(loop.loopCondition()) + of(loop.loopStep()))
                + of(loop.result());
    }
}
