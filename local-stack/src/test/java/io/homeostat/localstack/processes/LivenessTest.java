package io.homeostat.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {

    private final Liveness liveness = new Liveness();

    @Test
    void givesUpWhoHasBeenSilentForItsPatience() {
        assertThat(liveness.isLost(true, at(0))).isFalse();
        assertThat(liveness.isLost(false, at(3_000))).isFalse();
        assertThat(liveness.isLost(false, at(7_999))).isFalse();
        assertThat(liveness.isLost(false, at(8_000))).isTrue();
    }

    @Test
    void waitsForTheFirstAnswerHoweverLongTheStartTakes() {
        for (int seconds = 0; seconds < 300; seconds++) {
            assertThat(liveness.isLost(false, at(seconds * 1_000L))).isFalse();
        }
    }

    @Test
    void doesNotTakeItsOwnPauseForSilence() {
        liveness.isLost(true, at(0));

        assertThat(liveness.isLost(false, at(60_000)))
                .as("one question after a pause")
                .isFalse();
        assertThat(liveness.isLost(true, at(61_000))).isFalse();
    }

    @Test
    void beginsAnewWithEachAnswer() {
        liveness.isLost(true, at(0));
        liveness.isLost(false, at(4_000));
        liveness.isLost(true, at(5_000));

        assertThat(liveness.isLost(false, at(9_000))).isFalse();
        assertThat(liveness.isLost(false, at(12_999))).isFalse();
    }

    private static long at(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
