package io.homeostat.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SensorGlobTest {

    @Test
    void matchesStarsAndQuestionMarksAndNothingElse() {
        assertThat(matches("*", "")).isTrue();
        assertThat(matches("boiler-*", "boiler-7")).isTrue();
        assertThat(matches("boiler-*", "oven-7")).isFalse();
        assertThat(matches("*-7", "boiler-7-7")).isTrue();
        assertThat(matches("b?iler-7", "boiler-7")).isTrue();
        assertThat(matches("boiler-7?", "boiler-7")).isFalse();
        assertThat(matches("boiler.7", "boiler-7")).isFalse();
        assertThat(matches("", "x")).isFalse();
    }

    @Test
    void doesNotBlowUpOnAHostilePattern() {
        String pattern = "*a".repeat(500) + "b";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(matches(pattern, "a".repeat(5000))).isFalse());
    }

    private static boolean matches(String pattern, String sensorId) {
        return new SensorGlob(pattern).matches(sensorId);
    }
}
