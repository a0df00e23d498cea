package io.homeostat.detection.condition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.detection.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionKindTest {

    @Test
    void refusesWithASentenceThatNamesThePathAndWhatIsAllowed() {
        refuses(Rules.when("treshold", Map.of()), "when.kind must be one of threshold, range, was \"treshold\"");
        refuses(Rules.when("threshold", Map.of()), "when.above or below, or outside, must be given");
        refuses(Rules.when("threshold", Map.of("above", "hot")), "when.above must be a finite number, was hot");
        refuses(Rules.when("threshold", Map.of("above", Double.NaN)), "when.above must be a finite number, was NaN");
        refuses(
                Rules.when("threshold", Map.of("above", 1, "below", 2)),
                "when.above must lie above the lower limit 2.0, was 1.0");
        refuses(
                Rules.when("threshold", Map.of("above", 1, "outside", List.of(1, 2))),
                "when.outside stands for above and below and cannot be given beside them");
        refuses(
                Rules.when("threshold", Map.of("outside", List.of(1))),
                "when.outside must be a list of 2 numbers, was [1]");
        refuses(
                Rules.when("threshold", Map.of("outside", List.of(2, 1))),
                "when.outside must lie above the lower limit 2.0, was 1.0");
        refuses(Rules.when("range", Map.of("min", 1)), "when.max must be given");
        refuses(
                Rules.when("range", Map.of("min", 8, "max", 2)),
                "when.max must lie above the lower limit 8.0, was 2.0");
        refuses(
                Rules.when("range", Map.of("min", 1, "max", 2, "mix", 3)),
                "when.mix is not known here; known are max, min");
    }

    @Test
    void refusesAClearBandThatCanNeverBeReached() {
        refuses(
                Rules.above30().clear("below", 31),
                "clear.below must be at most the rule's upper limit 30.0, was 31.0");
        Map<String, Object> range = Map.of("min", 2, "max", 8);
        refuses(
                Rules.when("range", range).clear("above", 1),
                "clear.above must be at least the rule's lower limit 2.0, was 1.0");
        refuses(
                Rules.when("range", range).clear("below", 2),
                "clear.below must lie above the rule's lower limit 2.0, was 2.0");
        refuses(
                Rules.when("range", range).clear("above", 8),
                "clear.above must lie below the rule's upper limit 8.0, was 8.0");
        refuses(
                Rules.when("range", range).clear("above", 6).clear("below", 5),
                "clear.above must be less than clear.below 5.0, was 6.0");
        refuses(Rules.above30().clear("under", 5), "clear.under is not known here; known are above, below");
    }

    private static void refuses(Rules rule, String message) {
        assertThatThrownBy(() -> ConditionKind.of(rule.build()))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage(message);
    }
}
