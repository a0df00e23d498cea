package io.homeostat.expressions;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.homeostat.detection.expression.InvalidExpressionException;
import io.homeostat.detection.expression.RollingWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an expression speaks of. Immutable.
 *
 * @param previous whether it speaks of the reading before
 * @param sensor whether it speaks of the sensor
 * @param windows the windows that it speaks of
 * @param indexes each function's arguments, as written, and the window that is meant
 */
record Mentions(
        boolean previous,
        boolean sensor,
        List<RollingWindow> windows,
        Map<WindowFunction, Map<String, Integer>> indexes) {

    /** All that an expression can name. */
    static final List<String> NAMES = Stream.concat(
                    Stream.of(CelExpression.VALUE, CelExpression.PREVIOUS, CelExpression.SENSOR),
                    Stream.of(WindowFunction.values()).map(WindowFunction::label))
            .toList();

    private static final int MOST_WINDOWS = 4;
    private static final Duration LONGEST = Duration.ofDays(31);

    /** Gathers what is mentioned. */
    static Mentions in(CelExpr root) throws InvalidExpressionException {
        List<RollingWindow> windows = new ArrayList<>();
        Map<WindowFunction, Map<String, Integer>> indexes = new LinkedHashMap<>();
        boolean previous = false;
        boolean sensor = false;
        for (CelExpr part : Tree.parts(root)) {
            if (part.getKind() == Kind.IDENT) {
                previous |= part.ident().name().equals(CelExpression.PREVIOUS);
                sensor |= part.ident().name().equals(CelExpression.SENSOR);
            } else if (part.getKind() == Kind.CALL) {
                for (WindowFunction function : WindowFunction.values()) {
                    if (function.label().equals(part.call().function())) {
                        Map<String, Integer> its = indexes.computeIfAbsent(function, f -> new LinkedHashMap<>());
                        String argument = literal(function, part.call());
                        if (!its.containsKey(argument)) {
                            its.put(argument, windows.size());
                            windows.add(window(function, argument));
                        }
                    }
                }
            }
        }
        if (windows.size() > MOST_WINDOWS) {
            throw new InvalidExpressionException(
                    "it asks for " + windows.size() + " windows, at most " + MOST_WINDOWS + " are kept", null);
        }
        return new Mentions(previous, sensor, List.copyOf(windows), Map.copyOf(indexes));
    }

    private static String literal(WindowFunction function, CelCall call) throws InvalidExpressionException {
        CelExpr argument = call.args().get(0);
        if (argument.getKind() != Kind.CONSTANT || argument.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            throw new InvalidExpressionException(
                    function.label() + " takes a span as it stands, such as " + function.label() + "('PT5M')", null);
        }
        return argument.constant().stringValue();
    }

    private static RollingWindow window(WindowFunction function, String argument) throws InvalidExpressionException {
        try {
            Duration size = Duration.parse(argument);
            if (size.compareTo(Duration.ofMillis(RollingWindow.PANES)) >= 0 && size.compareTo(LONGEST) <= 0) {
                return new RollingWindow(function.aggregate(), size.toMillis());
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, with what is allowed
        }
        throw new InvalidExpressionException(
                "%s('%s') must have a span from PT0.016S to P31D, such as PT5M".formatted(function.label(), argument),
                null);
    }
}
