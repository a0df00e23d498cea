package io.homeostat.detection.condition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.detection.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionKindTest {

    @Test
    void refusesWithASentenceThatNamesThePathAndWhatIsAllowed() {
        refuses(
                Rules.when("treshold", Map.of()),
                "when.kind must be one of threshold, range, levels, rate, window, flatline, spike, deviation, missing, baseline, forecast, expression, all, any, not,"
                        + " was \"treshold\"; did you mean \"threshold\"?");
        refuses(Rules.when("threshold", Map.of()), "when.above must be given, or below, or outside, was null");
        refuses(Rules.when("threshold", Map.of("above", "hot")), "when.above must be a finite number, was \"hot\"");
        refuses(Rules.when("threshold", Map.of("above", Double.NaN)), "when.above must be a finite number, was NaN");
        refuses(
                Rules.when("threshold", Map.of("above", 1, "below", 2)),
                "when.above must be above the lower limit 2.0, was 1");
        refuses(
                Rules.when("threshold", Map.of("above", 1, "outside", List.of(1, 2))),
                "when.outside must be given alone: it stands for above and below, was [1, 2]");
        refuses(
                Rules.when("threshold", Map.of("outside", List.of(1))),
                "when.outside must be a list of 2 numbers, was [1]");
        refuses(
                Rules.when("threshold", Map.of("outside", List.of(2, 1))),
                "when.outside must be above the lower limit 2.0, was [2, 1]");
        refuses(Rules.when("range", Map.of("min", 1)), "when.max must be given, was null");
        refuses(Rules.when("range", Map.of("min", 8, "max", 2)), "when.max must be above the lower limit 8.0, was 2");
        refuses(
                Rules.when("range", Map.of("min", 1, "max", 2, "mix", 3)),
                "when.mix must be left out; known here are kind, max, min, was 3; did you mean \"max\"?");
    }

    @Test
    void refusesEveryKindWithAllThatIsWrong() {
        refuses(
                Rules.when("levels", Map.of("above", Map.of("warning", 30, "critical", 20, "fatal", 50))),
                "when.above.critical must be beyond the limit of warning, 30.0, was 20;"
                        + " when.above.fatal must be left out; known here are critical, info, warning, was 50");
        refuses(
                Rules.when("rate", Map.of("above", 2, "per", "1m")),
                "when.per must be a duration from PT0.001S to P366D, such as PT5M, was \"1m\"");
        refuses(
                Rules.when("window", Map.of("aggregate", "avg", "size", "PT1M", "slide", "PT2M", "above", 1)),
                "when.aggregate must be one of mean, min, max, stddev, percentile, count, was \"avg\";"
                        + " when.slide must be at most the size, was \"PT2M\"");
        refuses(
                Rules.when("window", Map.of("aggregate", "mean", "size", "PT1H", "slide", "PT7S", "above", 1)),
                "when.slide must be such that size and slide have a common divisor of at least 1/64 of the size, for this"
                        + " aggregate, was \"PT7S\"");
        refuses(
                Rules.when("window", Map.of("aggregate", "percentile", "size", "PT1M", "above", 1)),
                "when.percentile must be given, was null");
        refuses(
                Rules.when("flatline", Map.of("tolerance", -1)),
                "when.tolerance must be at least 0, was -1; when.duration must be given, a duration such as PT5M, was null");
        refuses(
                Rules.when("baseline", Map.of("falseAlarms", "often")),
                "when.falseAlarms must be a number above 0, \"per\", and a duration from PT1M to P3660D, such as 1 per P7D,"
                        + " was \"often\"");
        refuses(Rules.when("missing", Map.of()), "when.duration must be given, a duration such as PT5M, was null");
        refuses(
                Rules.when("all", Map.of("conditions", List.of())),
                "when.conditions must be a list of 1 to 16 conditions, each an object with a kind, was []");
        refuses(
                Rules.when("not", Map.of("condition", Map.of("kind", "spike", "above", "x"))),
                "when.condition.above must be a finite number, was \"x\"");
        refuses(
                Rules.when("spike", Map.of("above", 1)).correct("clamp"),
                "correct.method must be none: clamp takes the"
                        + " nearest value that a limit on the value itself allows, and the kind spike has no such limit, was"
                        + " \"clamp\"");
    }

    @Test
    void refusesAClearBandThatCanNeverBeReached() {
        refuses(Rules.above30().clear("below", 31), "clear.below must be at most the rule's upper limit 30.0, was 31");
        Map<String, Object> range = Map.of("min", 2, "max", 8);
        refuses(
                Rules.when("range", range).clear("above", 1),
                "clear.above must be at least the rule's lower limit 2.0, was 1");
        refuses(
                Rules.when("range", range).clear("below", 2),
                "clear.below must be above the rule's lower limit 2.0, was 2");
        refuses(
                Rules.when("range", range).clear("above", 8),
                "clear.above must be below the rule's upper limit 8.0, was 8");
        refuses(
                Rules.when("range", range).clear("above", 6).clear("below", 5),
                "clear.above must be less than clear.below 5.0, was 6");
        refuses(Rules.above30().clear("under", 5), "clear.under must be left out; known here are above, below, was 5");
    }

    private static void refuses(Rules rule, String message) {
        assertThatThrownBy(() -> rule.ready())
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage(message);
    }
}
