package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.condition.ConditionKind;
import io.homeostat.detection.series.RulesPage.Example;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Executes each example of {@code docs/rules.md}: its rule judges its readings and tells what stands beside them. */
class RulesPageTest {

    /** Executed where a language is: in the module rule-expressions. */
    private static final String NEEDS_A_LANGUAGE = "expression";

    @TestFactory
    Stream<DynamicTest> tellsWhatItSays() {
        List<Example> examples = RulesPage.examples();
        assertThat(examples).hasSizeGreaterThan(10);
        return examples.stream()
                .filter(example -> !example.rule().when().kind().equals(NEEDS_A_LANGUAGE))
                .map(example -> DynamicTest.dynamicTest(example.rule().id(), example::run));
    }

    @Test
    void hasAnExampleOfEachKind() {
        assertThat(RulesPage.examples().stream()
                        .map(example -> example.rule().when().kind())
                        .toList())
                .contains(Stream.of(ConditionKind.values())
                        // any is as all, and what a baseline learns takes more readings than a page has
                        .filter(kind -> kind != ConditionKind.ANY && kind != ConditionKind.BASELINE)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }
}
