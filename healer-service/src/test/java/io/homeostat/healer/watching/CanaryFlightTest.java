package io.homeostat.healer.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.signals.CanarySignals;
import io.homeostat.model.canary.CanaryAnswer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanaryFlightTest {

    private static final String PIPELINE = "homeostat-monitor-temperature";

    private final CanaryFlight flight = new CanaryFlight(PIPELINE);

    @Test
    void waitsForTheOldestThatHasNoAnswer() {
        flight.sent(0, 1, 1_000);
        flight.sent(0, 2, 2_000);
        flight.sent(1, 3, 2_000);
        flight.heard(answer(PIPELINE, 1, 3, true), 2_040);

        CanarySignals signals = flight.view(9_000);
        assertThat(signals.waitingMillis()).isEqualTo(8_000);
        assertThat(signals.answeredMillisAgo()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anAnswerSettlesAllBeforeIt() {
        flight.sent(0, 1, 1_000);
        flight.sent(0, 2, 2_000);
        flight.heard(answer(PIPELINE, 0, 2, true), 2_050);

        assertThat(flight.view(3_000)).isEqualTo(new CanarySignals(true, 0, 950, 50, 0));
    }

    @Test
    void takesNoAnswerOfAnotherPipelineNorOneThatFoundNothing() {
        flight.sent(0, 1, 1_000);
        flight.heard(answer("homeostat-healer-temperature", 0, 1, true), 1_010);
        flight.heard(answer(PIPELINE, 0, 1, false), 1_010);
        flight.heard("not json".getBytes(StandardCharsets.UTF_8), 1_010);
        flight.heard(null, 1_010);

        assertThat(flight.view(2_000).waitingMillis()).isEqualTo(1_000);
    }

    @Test
    void remembersTheOldestHoweverManyWait() {
        for (int number = 1; number <= 10_000; number++) {
            flight.sent(0, number, number);
        }

        assertThat(flight.view(10_001).waitingMillis()).isEqualTo(10_000);
    }

    private static byte[] answer(String pipeline, int partition, long number, boolean breach) {
        return new CanaryAnswer(pipeline, partition, number, breach, 40).json();
    }
}
