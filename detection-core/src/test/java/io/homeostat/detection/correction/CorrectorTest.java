package io.homeostat.detection.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.rule.Rules;
import io.homeostat.model.correction.QualityFlag;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.Source;
import io.homeostat.model.sensor.PhysicalRange;
import io.homeostat.model.sensor.Sensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectorTest {

    private static final Source SOURCE = new Source("temperature", 2, 91723);
    private final JudgingRule clamping =
            Rules.above30().version(3).correct("clamp").ready();

    @Test
    void clampsAFailedReadingToTheLimit() {
        assertThat(Corrector.correct(List.of(clamping), reading(37.25), SOURCE)).satisfies(correction -> {
            assertThat(correction.value()).isEqualTo(30.0);
            assertThat(correction.original()).isEqualTo(37.25);
            assertThat(correction.flag()).isEqualTo(QualityFlag.FAIL);
            assertThat(correction.method()).isEqualTo("clamp");
            assertThat(correction.rules()).containsExactly("temperature-high");
            assertThat(correction.ruleVersion()).isEqualTo(3);
            assertThat(correction.reason()).isEqualTo("37.25 is above 30.0");
            assertThat(correction.source()).isEqualTo(SOURCE);
        });
    }

    @Test
    void leavesAReadingOnTheLimitAndARuleWithoutAMethodAlone() {
        assertThat(Corrector.correct(List.of(clamping), reading(30), SOURCE)).isNull();
        JudgingRule alertOnly = Rules.above30().ready();
        assertThat(Corrector.correct(List.of(alertOnly), reading(37), SOURCE)).isNull();
        assertThat(Corrector.fails(List.of(alertOnly), 37)).isFalse();
        assertThat(Corrector.fails(List.of(alertOnly, clamping), 37)).isTrue();
    }

    @Test
    void letsEachRuleThatFailsHaveItsSay() {
        JudgingRule range = Rules.when("range", Map.of("min", 0, "max", 28))
                .id("z-range")
                .correct("clamp")
                .ready();
        assertThat(Corrector.correct(List.of(clamping, range), reading(37), SOURCE))
                .satisfies(correction -> {
                    assertThat(correction.value()).isEqualTo(28.0);
                    assertThat(correction.rules()).containsExactly("temperature-high", "z-range");
                });
    }

    @Test
    void leavesAGapWhereTheSensorCannotHaveMeasuredWhatItSays() {
        Sensor sensor =
                new Sensor("temperature", "boiler-7", Map.of(), null, new PhysicalRange(-40, 125), null, null, null);
        List<JudgingRule> rules = Rules.set(Rules.above30().correct("clamp"))
                .with(Map.of("boiler-7", sensor))
                .about("boiler-7");

        assertThat(Corrector.fails(rules, -41)).isTrue();
        assertThat(Corrector.correct(rules, reading(125), SOURCE))
                .satisfies(correction -> assertThat(correction.value()).isEqualTo(30.0));
        assertThat(Corrector.correct(rules, reading(126), SOURCE)).satisfies(correction -> {
            assertThat(correction.value()).isNull();
            assertThat(correction.flag()).isEqualTo(QualityFlag.FAIL);
            assertThat(correction.method()).isEqualTo("none");
            assertThat(correction.rules()).containsExactly("homeostat-physical-range", "temperature-high");
            assertThat(correction.ruleVersion()).isEqualTo(1);
            assertThat(correction.reason()).isEqualTo("126.0 is above the sensor's physical limit of 125.0");
        });
    }

    @Test
    void refusesAMethodThatThereIsNot() {
        assertThatThrownBy(() -> Rules.above30().correct("guess").ready())
                .hasMessage("correct.method must be one of clamp, none, was \"guess\"");
    }

    private static Reading reading(double value) {
        return new Reading("boiler-7", value, 1_795_421_700_250L, false);
    }
}
