package io.homeostat.expressions;

import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import io.homeostat.detection.expression.Expression;
import io.homeostat.detection.expression.ExpressionLanguage;
import io.homeostat.detection.expression.InvalidExpressionException;
import io.homeostat.model.wording.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Common Expression Language over a reading: {@code value}, {@code previous}, {@code sensor} and the
 * aggregates of {@link WindowFunction}. Nothing else can be reached from it; it has no loops but over what is written in it, and what
 * may take more than {@value Cost#MOST} steps is refused before it runs ({@link Cost}). Thread-safe.
 */
public final class CelLanguage implements ExpressionLanguage {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '_(.)_' applied to '\\((double, int|int, double)\\)'.*");

    private final Cel cel;

    /** A language of its own; making one takes some 100 ms. */
    public CelLanguage() {
        CelOptions options = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .maxParseRecursionDepth(32)
                .comprehensionMaxIterations(Cost.MOST)
                .maxRegexProgramSize(Cost.MOST)
                .build();
        List<CelFunctionDecl> functions = new ArrayList<>();
        for (WindowFunction function : WindowFunction.values()) {
            functions.add(CelFunctionDecl.newFunctionDeclaration(
                    function.label(),
                    CelOverloadDecl.newGlobalOverload(
                            function.overload(), SimpleType.DOUBLE, ImmutableList.of(SimpleType.STRING))));
        }
        cel = CelFactory.plannerCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar(CelExpression.VALUE, SimpleType.DOUBLE)
                .addVar(CelExpression.PREVIOUS, SimpleType.DOUBLE)
                .addVar(CelExpression.SENSOR, MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addFunctionDeclarations(functions)
                .addLateBoundFunctions(
                        functions.stream().map(CelFunctionDecl::name).toList())
                .setResultType(SimpleType.BOOL)
                .build();
    }

    @Override
    public Expression parse(String text) throws InvalidExpressionException {
        CelAbstractSyntaxTree tree;
        try {
            tree = cel.compile(text).getAst();
        } catch (CelValidationException e) {
            throw refused(text, e.getErrors().get(0));
        }
        Cost.check(tree.getExpr());
        Mentions mentions = Mentions.in(tree.getExpr());
        try {
            return new CelExpression(cel.createProgram(tree), mentions);
        } catch (CelEvaluationException e) {
            throw new InvalidExpressionException(firstLine(String.valueOf(e.getMessage())), null);
        }
    }

    private static InvalidExpressionException refused(String text, CelIssue issue) {
        String message = firstLine(issue.getMessage());
        String where = " (line " + issue.getSourceLocation().getLine() + ", column "
                + (issue.getSourceLocation().getColumn() + 1) + ")";
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            String name = undeclared.group(1);
            return new InvalidExpressionException(
                    "there is no " + name + where + "; there are " + String.join(", ", Mentions.NAMES),
                    mended(text, name));
        }
        if (NO_OVERLOAD.matcher(message).matches()) {
            return new InvalidExpressionException(
                    "a whole number and one with a fraction cannot be calculated with" + where
                            + "; write 2.0 in the place of 2",
                    null);
        }
        return new InvalidExpressionException(message + where, null);
    }

    /** The whole expression with the nearest name in the place of one that there is not; {@code null} if none is near. */
    private static @Nullable String mended(String text, String name) {
        String nearest = Likeness.nearest(name, Mentions.NAMES);
        return nearest == null ? null : text.replaceAll("\\b" + Pattern.quote(name) + "\\b", nearest);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
