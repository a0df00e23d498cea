package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples of {@code docs/rules.md}, to be executed. */
public final class RulesPage {

    private static final Path PAGE = Path.of("..", "docs", "rules.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "```yaml\n((?:(?!```).)*)```\\s+(?:```sensor\n((?:(?!```).)*)```\\s+)?```readings\n((?:(?!```).)*)```",
            Pattern.DOTALL);
    private static final Pattern LINE =
            Pattern.compile("(\\d\\d):(\\d\\d)(?: {2}(?:([a-z]+-\\d+) )?(-?[0-9.]+))?(?: {2,}(\\S.*))?");

    private RulesPage() {}

    /** A rule, what is known of the sensor, the readings that come in, and what is told of them. */
    public record Example(Rule rule, @Nullable Sensor sensor, String readings) {

        /** Fails unless what is told is what stands there. */
        public void run() {
            RulesPage.run(rule, sensor, readings);
        }
    }

    /** All examples, in the order of the page. */
    public static List<Example> examples() {
        try {
            return EXAMPLE.matcher(Files.readString(PAGE))
                    .results()
                    .map(found -> new Example(rule(found.group(1)), sensor(found.group(2)), found.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Rule rule, @Nullable Sensor sensor, String readings) {
        SeriesUnderTest series = new SeriesUnderTest(RuleSet.of("temperature", List.of(rule), (one, refusal) -> {
                    throw refusal;
                })
                .with(sensor == null ? Map.of() : Map.of(SeriesUnderTest.SENSOR, sensor)));
        for (String line : readings.lines().toList()) {
            Matcher parts = LINE.matcher(line.stripTrailing());
            assertThat(parts.matches())
                    .as("a line is a time, a value and what is told: %s", line)
                    .isTrue();
            double seconds = 60 * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
            int before = series.events.size();
            series.wallAt(seconds);
            if (parts.group(3) != null) {
                series.neighbourAt(parts.group(3), seconds, Double.parseDouble(parts.group(4)));
            } else if (parts.group(4) != null) {
                series.at(seconds, Double.parseDouble(parts.group(4)));
            }
            List<String> told = series.events.subList(before, series.events.size()).stream()
                    .map(event -> words(rule, event))
                    .toList();
            String expected = Objects.requireNonNullElse(parts.group(5), "");
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

    private static @Nullable Sensor sensor(@Nullable String yaml) {
        if (yaml == null) {
            return null;
        }
        Map<?, ?> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Sensor sensor = SensorJson.fromMap(map);
        assertThat(sensor.id()).isEqualTo(SeriesUnderTest.SENSOR);
        return sensor;
    }

    private static Rule rule(String yaml) {
        List<?> rules = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return RuleJson.fromMap((Map<?, ?>) rules.get(0));
    }
}
