package io.homeostat.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.runtime.settings.HomeostatProperties.SeriesBounds;
import io.homeostat.runtime.settings.HomeostatProperties.TopicDefaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class HomeostatPropertiesTest {

    @Test
    void hasTheseDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new HomeostatProperties(
                        null,
                        Path.of("data"),
                        List.of("temperature"),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(20),
                        List.of(),
                        false,
                        new TopicDefaults(4, (short) 1),
                        new SeriesBounds(100_000, Duration.ofDays(7))));
    }

    @Test
    void hasTheseKeys() {
        assertThat(KnownSettings.of(Map.of(HomeostatProperties.class, "homeostat"))
                        .keys())
                .extracting(KnownSettings.Key::name)
                .containsExactly(
                        "homeostat.instance",
                        "homeostat.data-dir",
                        "homeostat.streams",
                        "homeostat.lateness",
                        "homeostat.commit-interval",
                        "homeostat.allowed-hosts",
                        "homeostat.supervised",
                        "homeostat.topics.partitions",
                        "homeostat.topics.replication",
                        "homeostat.series.max",
                        "homeostat.series.idle-after");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            homeostat.lateness          | PT-1S         | homeostat.lateness must be a duration longer than PT0S and at most PT8760H, was PT-1S
            homeostat.lateness          | 0s            | homeostat.lateness must be a duration longer than PT0S and at most PT8760H, was PT0S
            homeostat.lateness          | abc           | homeostat.lateness must be a duration such as PT10S or 10s, was "abc"
            homeostat.commit-interval   | -20ms         | homeostat.commit-interval must be a duration longer than PT0S and at most PT4S, was PT-0.02S
            homeostat.series.idle-after | -P1D          | homeostat.series.idle-after must be a duration longer than PT0S and at most PT8760H, was PT-24H
            homeostat.topics.partitions | 0             | homeostat.topics.partitions must be at least 1, was 0
            homeostat.topics.partitions | many          | homeostat.topics.partitions must be a whole number, was "many"
            homeostat.topics.replication| -1            | homeostat.topics.replication must be at least 1, was -1
            homeostat.series.max        | 0             | homeostat.series.max must be at least 1, was 0
            homeostat.supervised        | perhaps       | homeostat.supervised must be true or false, was "perhaps"
            homeostat.instance          | a/b           | homeostat.instance must be 1 to 100 letters, digits, '.', '_' or '-', the first a letter or digit, was "a/b"
            homeostat.streams           | a b           | homeostat.streams: a stream's name must be 1 to 100 letters, digits, '_' or '-', was "a b"
            homeostat.streams           | x,x           | homeostat.streams must be names that give each topic once (x comes twice), was [x, x]
            homeostat.streams           | x,x_adjusted  | homeostat.streams must be names that give each topic once (x_adjusted comes twice), was [x, x_adjusted]
            homeostat.streams           | alerts        | homeostat.streams must be names that Homeostat does not need itself, was "alerts"
            homeostat.allowed-hosts     | http://a      | homeostat.allowed-hosts must be host names or addresses without scheme and port, such as monitor.example or [fd00::1], was "http://a"
            """)
    void refusesWithOneSentence(String key, String value, String sentence) {
        assertThat(refusal(Map.of(key, value))).isEqualTo(sentence);
    }

    private static HomeostatProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("homeostat", HomeostatProperties.class);
    }

    private static String refusal(Map<String, String> settings) {
        try {
            bound(settings);
            return "accepted";
        } catch (RuntimeException e) {
            FailureAnalysis analysis = new SettingFailureAnalyzer().analyze(e);
            return analysis == null ? e.toString() : analysis.getDescription();
        }
    }
}
