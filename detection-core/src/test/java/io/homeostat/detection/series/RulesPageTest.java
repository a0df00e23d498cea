package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.condition.ConditionKind;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Executes each example of {@code docs/rules.md}: its rule judges its readings and tells what stands beside them. */
class RulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "rules.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\n((?:(?!```).)*)```\\s+```readings\n((?:(?!```).)*)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(\\d\\d):(\\d\\d)(?: {2}(-?[0-9.]+))?(?: {2,}(\\S.*))?");

    @TestFactory
    Stream<DynamicTest> tellsWhatItSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher examples = EXAMPLE.matcher(Files.readString(PAGE));
        while (examples.find()) {
            Rule rule = rule(examples.group(1));
            String readings = examples.group(2);
            tests.add(DynamicTest.dynamicTest(rule.id(), () -> run(rule, readings)));
        }
        assertThat(tests).hasSizeGreaterThan(10);
        return tests.stream();
    }

    @Test
    void hasAnExampleOfEachKind() throws IOException {
        List<String> shown = new ArrayList<>();
        Matcher examples = EXAMPLE.matcher(Files.readString(PAGE));
        while (examples.find()) {
            shown.add(rule(examples.group(1)).when().kind());
        }
        assertThat(shown)
                .contains(Stream.of(ConditionKind.values())
                        // any is as all, and what a baseline learns takes more readings than a page has
                        .filter(kind -> kind != ConditionKind.ANY && kind != ConditionKind.BASELINE)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    private static void run(Rule rule, String readings) {
        SeriesUnderTest series = new SeriesUnderTest(RuleSet.of("temperature", List.of(rule), (one, refusal) -> {
            throw refusal;
        }));
        for (String line : readings.lines().toList()) {
            Matcher parts = LINE.matcher(line.stripTrailing());
            assertThat(parts.matches())
                    .as("a line is a time, a value and what is told: %s", line)
                    .isTrue();
            double seconds = 60 * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
            int before = series.events.size();
            series.wallAt(seconds);
            if (parts.group(3) != null) {
                series.at(seconds, Double.parseDouble(parts.group(3)));
            }
            List<String> told = series.events.subList(before, series.events.size()).stream()
                    .map(event -> words(rule, event))
                    .toList();
            String expected = Objects.requireNonNullElse(parts.group(4), "");
            if (expected.endsWith("…")) {
                assertThat(String.join(" | ", told)).as(line).startsWith(expected.substring(0, expected.length() - 1));
            } else {
                assertThat(String.join(" | ", told)).as(line).isEqualTo(expected);
            }
        }
    }

    private static String words(Rule rule, AlertEvent event) {
        String severity = rule.when().kind().equals("levels") ? event.severity().label() + " " : "";
        return event.state() + " " + severity + event.reason();
    }

    private static Rule rule(String yaml) {
        List<?> rules = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return RuleJson.fromMap((Map<?, ?>) rules.get(0));
    }
}
