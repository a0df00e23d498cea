package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.model.sensor.PhysicalRange;
import io.homeostat.model.sensor.Sensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a series when something else is known of its sensor. */
class SensorChangeTest {

    private static final Rule HOT_AT_A_35_AT_B = RuleJson.fromMap(Map.of(
            "id",
            "hot",
            "when",
            Map.of("kind", "threshold", "above", 30),
            "sensors",
            Map.of("labels", Map.of("site", "*")),
            "overrides",
            List.of(Map.of(
                    "sensors",
                    Map.of("labels", Map.of("site", "b")),
                    "when",
                    Map.of("kind", "threshold", "above", 35)))));
    private static final RuleSet RULES = RuleSet.of("temperature", List.of(HOT_AT_A_35_AT_B), (rule, refusal) -> {
        throw refusal;
    });

    private final SeriesUnderTest series = new SeriesUnderTest(RULES.with(site("a")));

    @Test
    void endsAnAlertThatTheRuleNoLongerFindsByTheNewLabels() {
        series.at(1, 33);
        series.under(RULES.with(site("b")));
        assertThat(series.story()).containsExactly("A1 state FIRING 1 @1", "A2 state RESOLVED 1..1 @1");
        assertThat(series.events.get(1).reasonCode()).isEqualTo("sensor-changed");
        series.at(2, 34);
        assertThat(series.events).hasSize(2);
        series.at(3, 36);
        assertThat(series.events.get(2).ruleVersion()).isEqualTo(1);
        assertThat(series.events.get(2).limit()).isEqualTo(35);
    }

    @Test
    void keepsAnAlertThatTheRuleStillFinds() {
        series.at(1, 40);
        series.under(RULES.with(site("b")));
        assertThat(series.events).hasSize(1);
        series.at(2, 34);
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..2 @2");
    }

    @Test
    void endsAnAlertOfASensorThatTheRuleIsNoLongerAbout() {
        series.at(1, 33);
        series.under(RULES.with(Map.of()));
        assertThat(series.events.get(1).reasonCode()).isEqualTo("rule-gone");
    }

    @Test
    void endsAnAlertWhoseSensorWasChangedWhileTheServiceWasDown() {
        series.at(1, 33);
        series.crash();
        series.under(RULES.with(site("b")));
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..1 @1");
        assertThat(series.events.get(1).reasonCode()).isEqualTo("sensor-changed");
        series.crash();
        series.under(RULES.with(site("b")));
        assertThat(series.events).hasSize(2);
    }

    @Test
    void leavesASeriesAloneWhenSomethingElseIsKnownOfOthers() {
        series.at(1, 33);
        series.under(RULES.with(Map.of(
                SeriesUnderTest.SENSOR,
                site("a").get(SeriesUnderTest.SENSOR),
                "other",
                new Sensor("temperature", "other", Map.of(), null, null, null, null, null))));
        series.at(2, 34);
        assertThat(series.events).hasSize(1);
    }

    @Test
    void failsAReadingOutsideThePhysicalRangeWhateverTheRulesSay() {
        SeriesUnderTest bounded = new SeriesUnderTest(RuleSet.EMPTY.with(range(-40, 125)));
        bounded.at(1, 125);
        bounded.at(2, 125.5);
        bounded.at(3, 100);
        assertThat(bounded.story()).containsExactly("A1 state FIRING 2 @2", "A2 state RESOLVED 2..3 @3");
        assertThat(bounded.events).extracting(one -> one.ruleId()).containsOnly("homeostat-physical-range");
        assertThat(bounded.events.get(0).reason()).isEqualTo("125.5 is above the sensor's physical limit of 125.0");
        assertThat(bounded.events.get(0).reasonCode()).isEqualTo("physical-above-limit");
        assertThat(bounded.events.get(1).reason()).isEqualTo("100.0 is not above the sensor's physical limit of 125.0");
    }

    @Test
    void endsAnAlertOfARangeThatIsWiderNowOrNoLongerKnown() {
        SeriesUnderTest bounded = new SeriesUnderTest(RuleSet.EMPTY.with(range(-40, 125)));
        bounded.at(1, 130);
        bounded.under(RuleSet.EMPTY.with(range(-40, 150)));
        assertThat(bounded.story()).endsWith("A2 state RESOLVED 1..1 @1");
        bounded.at(2, 160);
        bounded.under(RuleSet.EMPTY);
        assertThat(bounded.story()).endsWith("B2 state RESOLVED 2..2 @2");
        assertThat(bounded.events.get(3).severity().label()).isEqualTo("critical");
    }

    private static Map<String, Sensor> site(String name) {
        return of(
                new Sensor("temperature", SeriesUnderTest.SENSOR, Map.of("site", name), null, null, null, null, null));
    }

    private static Map<String, Sensor> range(double min, double max) {
        return of(new Sensor(
                "temperature", SeriesUnderTest.SENSOR, Map.of(), null, new PhysicalRange(min, max), null, null, null));
    }

    private static Map<String, Sensor> of(Sensor sensor) {
        return Map.of(sensor.id(), sensor);
    }
}
