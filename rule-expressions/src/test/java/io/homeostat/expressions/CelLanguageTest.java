package io.homeostat.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.homeostat.detection.expression.Expression;
import io.homeostat.detection.expression.ExpressionLanguage;
import io.homeostat.detection.expression.Facts;
import io.homeostat.detection.expression.FailedExpressionException;
import io.homeostat.detection.expression.InvalidExpressionException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelLanguageTest {

    private static final CelLanguage LANGUAGE = new CelLanguage();

    @Test
    void isFoundByTheCore() {
        assertThat(ExpressionLanguage.installed()).containsInstanceOf(CelLanguage.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            value > 30                                  | true
            value > 40.0                                | false
            value - previous > 2.0                      | true
            value > 30.0 && previous < 0.0              | false
            value > mean('PT5M') + 1.0                  | true
            [1.0, 2.0].exists(limit, value > 29.0 + limit) | true
            'boiler'.matches('^b.*r$')                  | true
            sensor.labels['site'] == 'a'                | true
            sensor.id.startsWith('boiler-') && sensor.unit == '' | true
            """)
    void saysWhetherItHolds(String text, boolean holds) throws Exception {
        assertThat(LANGUAGE.parse(text).holds(new Reading(31, 20, 29))).isEqualTo(holds);
    }

    @Test
    void keepsAWindowForEachFunctionAndSpanThatItNames() throws Exception {
        Expression expression = LANGUAGE.parse("mean('PT5M') > min('PT5M') + 1.0 && mean('PT5M') > mean('PT1H')");

        assertThat(expression.windows()).hasSize(3);
        assertThat(expression.needsPrevious()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            valeu > 30.0            | there is no valeu (line 1, column 1); there are value, previous, sensor, mean, min, max, stddev, count | value > 30.0
            maen('PT5M') > 30.0     | there is no maen (line 1, column 5); there are value, previous, sensor, mean, min, max, stddev, count  | mean('PT5M') > 30.0
            value - 2 > 30.0        | a whole number and one with a fraction cannot be calculated with (line 1, column 7); write 2.0 in the place of 2 |
            mean('5 minutes') > 1.0 | mean('5 minutes') must have a span from PT0.016S to P31D, such as PT5M |
            """)
    void saysWhatIsWrong(String text, String message, String hint) {
        InvalidExpressionException refusal =
                catchThrowableOfType(InvalidExpressionException.class, () -> LANGUAGE.parse(text));

        assertThat(refusal).hasMessage(message);
        assertThat(refusal.hint()).isEqualTo(hint);
    }

    @Test
    void refusesWhatSaysNeitherTrueNorFalse() {
        assertThatThrownBy(() -> LANGUAGE.parse("value + 1.0")).hasMessageContaining("expected type 'bool'");
    }

    @Test
    void refusesWhatIsNoExpression() {
        assertThatThrownBy(() -> LANGUAGE.parse("value >")).hasMessageContaining("line 1, column");
    }

    @Test
    void refusesLoopsInLoopsByTheirEstimatedCost() {
        String ten = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
        String text = ten + ".exists(a, " + ten + ".exists(b, " + ten + ".exists(c, value > 0.0)))";

        assertThatThrownBy(() -> LANGUAGE.parse(text))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessageEndingWith("at most 2,000 are allowed");
    }

    @Test
    void refusesAPatternThatIsPutTogetherOrLong() {
        assertThatThrownBy(() -> LANGUAGE.parse("'a'.matches('a' + 'b')"))
                .hasMessage("a pattern must stand as it is, in quotes");
        assertThatThrownBy(() -> LANGUAGE.parse("'a'.matches('" + "(a+)+".repeat(40) + "')"))
                .hasMessageEndingWith("at most 2,000 are allowed");
    }

    @Test
    void refusesMoreWindowsThanAreKept() {
        assertThatThrownBy(() -> LANGUAGE.parse(
                        "mean('PT1M') + mean('PT2M') + mean('PT3M') + mean('PT4M') + mean('PT5M') > 1.0"))
                .hasMessage("it asks for 5 windows, at most 4 are kept");
    }

    @Test
    void saysThatItCannotBeWorkedOut() throws Exception {
        Expression expression = LANGUAGE.parse("[1.0][int(value)] > 0.0");

        assertThatThrownBy(() -> expression.holds(new Reading(31, 20, 29)))
                .isInstanceOf(FailedExpressionException.class);
        assertThatThrownBy(() -> LANGUAGE.parse("sensor.labels['plant'] == 'b'").holds(new Reading(31, 20, 29)))
                .isInstanceOf(FailedExpressionException.class)
                .hasMessageContaining("plant");
    }

    private record Reading(double value, double previous, double mean) implements Facts {

        @Override
        public Map<String, Object> sensor() {
            return Map.of("id", "boiler-7", "labels", Map.of("site", "a"), "unit", "", "group", "");
        }

        @Override
        public double window(int index) {
            return mean;
        }
    }
}
