package io.homeostat.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff();

    @Test
    void doublesFromOneSecondToThirty() {
        assertThat(Stream.generate(
                                () -> backOff.afterEnd(Duration.ofSeconds(59)).toSeconds())
                        .limit(7))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void beginsAgainAfterAMinuteOfHealth() {
        backOff.afterEnd(Duration.ZERO);
        backOff.afterEnd(Duration.ZERO);

        assertThat(backOff.afterEnd(Duration.ofSeconds(60))).hasSeconds(1);
        assertThat(backOff.afterEnd(Duration.ZERO)).hasSeconds(2);
    }

    @Test
    void beginsAgainWhenSomebodyAskedForTheStart() {
        backOff.afterEnd(Duration.ZERO);
        backOff.reset();

        assertThat(backOff.afterEnd(Duration.ZERO)).hasSeconds(1);
    }
}
