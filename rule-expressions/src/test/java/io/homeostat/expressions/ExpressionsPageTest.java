package io.homeostat.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.series.RulesPage;
import io.homeostat.detection.series.RulesPage.Example;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Executes the examples of {@code docs/rules.md} that are written in the language of this module. */
class ExpressionsPageTest {

    @TestFactory
    Stream<DynamicTest> tellsWhatItSays() {
        List<Example> examples = RulesPage.examples().stream()
                .filter(example -> example.rule().when().kind().equals("expression"))
                .toList();
        assertThat(examples).isNotEmpty();
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.rule().id(), example::run));
    }
}
