package io.homeostat.runtime.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.runtime.stream.PartitionProgress;
import io.homeostat.runtime.stream.PipelineState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StallClockTest {

    private static final Duration BOUND = Duration.ofSeconds(45);
    private static final int GRACE_SECONDS = (int) StallClock.GRACE.toSeconds();

    private long nowNanos = 17;
    private Instant answer = Instant.EPOCH;
    private boolean brokerAnswers = true;
    private StallClock clock = new StallClock(BOUND, nowNanos);

    @Test
    void saysWhatStandsStillAfterTheBound() {
        pass(GRACE_SECONDS, PipelineState.RUNNING, 40, 7);

        assertThat(pass(44, PipelineState.RUNNING, 40, 7)).isEmpty();
        assertThat(pass(1, PipelineState.RUNNING, 40, 7))
                .hasValue("stands still at temperature-2, offset 40, with 7 records behind it, although Kafka answers");
    }

    @Test
    void givesWhatWasJustStartedAGrace() {
        assertThat(pass(GRACE_SECONDS + 44, PipelineState.RUNNING, 40, 7)).isEmpty();
    }

    @Test
    void takesEveryStepAsProgressHoweverSlow() {
        for (int step = 0; step < 20; step++) {
            assertThat(pass(40, PipelineState.RUNNING, step, 1_000_000)).isEmpty();
        }
    }

    @Test
    void waitsForEverWhereThereIsNothingToRead() {
        assertThat(pass(1_000, PipelineState.RUNNING, 40, 0)).isEmpty();
    }

    @Test
    void countsFromWhenThereWasSomethingToRead() {
        pass(1_000, PipelineState.RUNNING, 40, 0);

        assertThat(pass(45, PipelineState.RUNNING, 40, 1)).isEmpty();
        assertThat(pass(1, PipelineState.RUNNING, 40, 1)).isPresent();
    }

    @Test
    void waitsForABrokerThatDoesNotAnswer() {
        brokerAnswers = false;

        assertThat(pass(1_000, PipelineState.RUNNING, 40, 7)).isEmpty();
        assertThat(pass(1_000, PipelineState.FAILED, 40, 7)).isEmpty();
    }

    @Test
    void takesABrokersSilenceForNoStallHoweverShortTheBound() {
        clock = new StallClock(Duration.ofSeconds(2), nowNanos);
        for (int step = 0; step < 20; step++) {
            assertThat(pass(1, PipelineState.RUNNING, step, 7)).isEmpty();
        }
        brokerAnswers = false;

        for (int second = 0; second < 20; second++) {
            assertThat(pass(1, PipelineState.RUNNING, 19, 7)).isEmpty();
        }
    }

    @Test
    void givesAllOfTheTimeAgainWhenTheBrokerIsBack() {
        pass(50, PipelineState.RUNNING, 40, 7);
        brokerAnswers = false;
        pass(20, PipelineState.RUNNING, 40, 7);
        brokerAnswers = true;

        assertThat(pass(GRACE_SECONDS + 44, PipelineState.RUNNING, 40, 7)).isEmpty();
        assertThat(pass(4, PipelineState.RUNNING, 40, 7)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "REBALANCING", "PAUSED", "REFUSED", "STOPPED"})
    void leavesAloneWhatANewProcessWouldNotMend(PipelineState state) {
        pass(50, PipelineState.RUNNING, 40, 7);

        assertThat(pass(1_000, state, 40, 7)).isEmpty();
        assertThat(pass(GRACE_SECONDS + 44, PipelineState.RUNNING, 40, 7)).isEmpty();
    }

    @Test
    void endsWhatHasFailedAndStaysSo() {
        assertThat(pass(45, PipelineState.FAILED, 0, 0)).isEmpty();
        assertThat(pass(1, PipelineState.FAILED, 0, 0))
                .hasValue("has failed, and nobody has started it again: its threads died");
    }

    @Test
    void forgetsAFailureThatWasMended() {
        pass(40, PipelineState.FAILED, 0, 0);
        pass(30, PipelineState.RUNNING, 1, 0);

        assertThat(pass(45, PipelineState.FAILED, 0, 0)).isEmpty();
    }

    @Test
    void givesAllOfTheTimeAgainAfterThisProcessItselfWasStopped() {
        pass(50, PipelineState.RUNNING, 40, 7);
        nowNanos += Duration.ofMinutes(10).toNanos();

        assertThat(pass(GRACE_SECONDS + 45, PipelineState.RUNNING, 40, 7)).isEmpty();
        assertThat(pass(2, PipelineState.RUNNING, 40, 7)).isPresent();
    }

    @Test
    void takesNoNoticeOfAClockThatIsSet() {
        pass(GRACE_SECONDS + 39, PipelineState.RUNNING, 40, 7);
        answer = answer.minus(Duration.ofHours(1));
        assertThat(pass(5, PipelineState.RUNNING, 40, 7)).isEmpty();
        answer = answer.plus(Duration.ofHours(2));
        assertThat(pass(2, PipelineState.RUNNING, 40, 7)).isPresent();
    }

    /** Looks each second; the answer to the last look. */
    private Optional<String> pass(int seconds, PipelineState state, long position, long lag) {
        Optional<String> last = Optional.empty();
        for (int second = 0; second < seconds; second++) {
            nowNanos += Duration.ofSeconds(1).toNanos();
            answer = brokerAnswers ? answer.plusMillis(997) : answer;
            List<PartitionProgress> partitions = List.of(
                    new PartitionProgress("temperature", 1, 9, 9, 0, answer),
                    new PartitionProgress("temperature", 2, position, position + lag, lag, answer));
            last = clock.look(new PipelineLook(state, "its threads died", answer, partitions), nowNanos);
        }
        return last;
    }
}
