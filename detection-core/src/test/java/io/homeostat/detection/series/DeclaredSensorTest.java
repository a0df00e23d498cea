package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.model.sensor.Sensor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sensor that is declared with an expected interval is missing from its declaration on. */
class DeclaredSensorTest {

    private static final RuleSet MISSING =
            Rules.set(Rules.when("missing", Map.of("duration", "PT1M")).id("silent"));

    private final SeriesUnderTest series = new SeriesUnderTest(MISSING.with(declared(Duration.ofSeconds(10))));

    @Test
    void isMissingThoughItNeverSpoke() {
        series.wallAt(60);
        assertThat(series.events).isEmpty();
        series.wallAt(70);
        assertThat(series.story()).containsExactly("A1 state FIRING 60 @60");
        assertThat(series.events.get(0).reason()).isEqualTo("no reading came for 1 min");
        assertThat(series.events.get(0).source()).isNull();
    }

    @Test
    void endsWithTheFirstReading() {
        series.wallAt(70);
        series.at(75, 20);
        assertThat(series.story()).endsWith("A2 state RESOLVED 60..75 @75");
        series.wallAt(150);
        assertThat(series.story()).endsWith("B1 state FIRING 135 @135");
    }

    @Test
    void endsWithAFirstReadingOfAnEarlierMomentTooAndGoesOnFromThere() {
        series.wallAt(70);
        series.at(-86_400, 20);
        assertThat(series.story()).endsWith("A2 state RESOLVED 60..60 @60");
        assertThat(series.events.get(1).reasonCode()).isEqualTo("spoke-of-earlier");
        series.at(-86_300, 20);
        assertThat(series.story()).hasSize(4);
        assertThat(series.story().get(2)).isEqualTo("B1 state FIRING -86340 @-86340");
    }

    @Test
    void staysMissingThroughARestart() {
        series.wallAt(0);
        series.crash();
        series.wallAt(70);
        assertThat(series.story()).containsExactly("A1 state FIRING 60 @60");
        series.crash();
        series.wallAt(80);
        series.at(85, 20);
        assertThat(series.story()).containsExactly("A1 state FIRING 60 @60", "A2 state RESOLVED 60..85 @85");
    }

    @Test
    void isMissingByARuleThatCameLater() {
        SeriesUnderTest later = new SeriesUnderTest(RuleSet.EMPTY.with(declared(Duration.ofSeconds(10))));
        later.wallAt(30);
        later.under(MISSING.with(declared(Duration.ofSeconds(10))));
        later.wallAt(70);
        assertThat(later.story()).containsExactly("A1 state FIRING 60 @60");
    }

    @Test
    void isMissingAsAPartOfAnotherCondition() {
        SeriesUnderTest not = new SeriesUnderTest(Rules.set(Rules.when(
                        "any",
                        Map.of(
                                "conditions",
                                java.util.List.of(
                                        Map.of("kind", "missing", "duration", "PT1M"),
                                        Map.of("kind", "threshold", "above", 30)))))
                .with(declared(Duration.ofSeconds(10))));
        not.wallAt(70);
        assertThat(not.story()).containsExactly("A1 state FIRING 60 @60");
    }

    @Test
    void isNotMissingWithoutAnExpectedInterval() {
        SeriesUnderTest silent = new SeriesUnderTest(MISSING.with(declared(null)));
        silent.wallAt(1_000);
        assertThat(silent.events).isEmpty();
        assertThat(silent.nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void firesForASensorThatWasKnownBeforeARestartAndNeverSpokeAfterIt() {
        SeriesUnderTest known = new SeriesUnderTest(MISSING);
        known.at(1, 20);
        known.crash();
        known.wallAt(72);
        assertThat(known.story()).containsExactly("A1 state FIRING 61 @61");
    }

    private static Map<String, Sensor> declared(@Nullable Duration interval) {
        Instant since = Instant.ofEpochMilli(SeriesUnderTest.BASE_MILLIS);
        return Map.of(
                SeriesUnderTest.SENSOR,
                new Sensor("temperature", SeriesUnderTest.SENSOR, Map.of(), null, null, interval, null, since));
    }
}
