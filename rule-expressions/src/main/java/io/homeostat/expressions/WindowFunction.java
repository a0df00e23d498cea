package io.homeostat.expressions;

import dev.cel.runtime.CelFunctionBinding;
import io.homeostat.detection.window.Aggregate;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A function that works out an aggregate over the latest readings, whose one argument says how far back:
 * {@code mean('PT5M')}.
 */
enum WindowFunction {
    MEAN(Aggregate.Kind.MEAN),
    MIN(Aggregate.Kind.MIN),
    MAX(Aggregate.Kind.MAX),
    STDDEV(Aggregate.Kind.STDDEV),
    COUNT(Aggregate.Kind.COUNT);

    private final Aggregate.Kind kind;

    WindowFunction(Aggregate.Kind kind) {
        this.kind = kind;
    }

    /** Its name in an expression. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String overload() {
        return label() + "_string";
    }

    Aggregate aggregate() {
        return new Aggregate(kind, 0);
    }

    /** What it answers in one evaluation, from its argument. */
    @SuppressWarnings("Immutable") // lives for one evaluation, in one thread
    CelFunctionBinding boundTo(ToDoubleFunction<String> answer) {
        return CelFunctionBinding.from(overload(), String.class, answer::applyAsDouble);
    }
}
