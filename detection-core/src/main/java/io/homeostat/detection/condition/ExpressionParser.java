package io.homeostat.detection.condition;

import io.homeostat.detection.expression.ExpressionLanguage;
import io.homeostat.detection.expression.InvalidExpressionException;
import java.util.Optional;

/** Reads the kind {@code expression}. */
final class ExpressionParser {

    private static final String NAME = "expression";
    private static final int LONGEST = 1000;

    private ExpressionParser() {}

    static Condition parse(Parameters when) {
        String text = when.text(NAME, "");
        if (text.isBlank() || text.length() > LONGEST) {
            when.refuse(NAME, "a text of 1 to " + LONGEST + " characters, such as value - previous > 2.0");
            return ConditionKind.never();
        }
        Optional<ExpressionLanguage> language = Language.INSTALLED;
        if (language.isEmpty()) {
            when.refuse("kind", "another one: no expression language is installed here");
            return ConditionKind.never();
        }
        try {
            return new ExpressionCondition(text, language.get().parse(text));
        } catch (InvalidExpressionException e) {
            when.refuse(NAME, "an expression that says true or false: " + e.getMessage(), e.hint());
            return ConditionKind.never();
        }
    }

    /** Looked for when the first expression is read: most rules are none, and a language takes a while to load. */
    private static final class Language {
        static final Optional<ExpressionLanguage> INSTALLED = ExpressionLanguage.installed();
    }
}
