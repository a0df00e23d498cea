package io.homeostat.expressions;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import io.homeostat.detection.expression.Expression;
import io.homeostat.detection.expression.Facts;
import io.homeostat.detection.expression.FailedExpressionException;
import io.homeostat.detection.expression.RollingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A compiled expression. Immutable, thread-safe. */
final class CelExpression implements Expression {

    static final String VALUE = "value";
    static final String PREVIOUS = "previous";
    static final String SENSOR = "sensor";

    private final CelRuntime.Program program;
    private final Mentions mentions;

    CelExpression(CelRuntime.Program program, Mentions mentions) {
        this.program = program;
        this.mentions = mentions;
    }

    @Override
    public boolean holds(Facts facts) throws FailedExpressionException {
        try {
            Object answer = mentions.windows().isEmpty()
                    ? program.eval(variables(facts))
                    : program.eval(variables(facts), functions(facts));
            return Boolean.TRUE.equals(answer);
        } catch (CelEvaluationException e) {
            throw new FailedExpressionException(String.valueOf(e.getMessage()));
        }
    }

    private static CelVariableResolver variables(Facts facts) {
        return name -> switch (name) {
            case VALUE -> Optional.of(facts.value());
            case PREVIOUS -> Optional.of(facts.previous());
            case SENSOR -> Optional.of(facts.sensor());
            default -> Optional.empty();
        };
    }

    private CelFunctionResolver functions(Facts facts) {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        mentions.indexes()
                .forEach((function, indexes) -> bindings.add(function.boundTo(
                        // each argument was seen when the expression was parsed
                        argument -> facts.window(indexes.getOrDefault(argument, 0)))));
        return CelLateFunctionBindings.from(bindings);
    }

    @Override
    public boolean needsPrevious() {
        return mentions.previous();
    }

    @Override
    public boolean needsSensor() {
        return mentions.sensor();
    }

    @Override
    public List<RollingWindow> windows() {
        return mentions.windows();
    }
}
