package io.homeostat.healer.recovering;

import static io.homeostat.healer.recovering.remedies.RemedyKind.CALL_PERSON;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.RecoveryStep.Begin;
import io.homeostat.healer.recovering.RecoveryStep.Detected;
import io.homeostat.healer.recovering.RecoveryStep.RemedyEnded;
import io.homeostat.healer.recovering.RecoveryStep.Verifying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The healer is killed and another takes over, whose monotonic time begins elsewhere. */
class RecoveryRestoreTest {

    private final Course hung = new Course("monitor", FaultKind.HUNG_PROCESS, 9_000_000);

    @Test
    void neitherRepeatsNorForgetsARemedyInItsMiddle() {
        hung.untilBegin().killed(77).seconds(20);

        assertThat(hung.begun()).extracting(Begin::key).containsExactly("i1/1/restart-process");
        assertThat(hung.said(RemedyEnded.class))
                .extracting(ended -> ended.result().outcome())
                .containsExactly(RemedyResult.Outcome.UNKNOWN);
        assertThat(hung.said(Verifying.class)).hasSize(1);

        hung.well().input(150, 150).untilClosed();
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HEALED);
        assertThat(hung.closed().sentence()).contains("after restart-process began");
    }

    @Test
    void goesToTheNextRungIfTheRemedyDidNotHelp() {
        hung.untilBegin().killed(77).untilBegin().done().untilBegin();

        assertThat(hung.remedies()).containsExactly(RESTART_PROCESS, RESTART_PROCESS, CALL_PERSON);
        assertThat(hung.begun()).extracting(Begin::key).doesNotHaveDuplicates();
    }

    @Test
    void takesTheResultIfSomebodyStillKnowsIt() {
        hung.untilBegin().killed(77).done();

        assertThat(hung.said(RemedyEnded.class))
                .extracting(ended -> ended.result().outcome())
                .containsExactly(RemedyResult.Outcome.DONE);
    }

    @Test
    void callsAPersonOnce() {
        Course held = new Course("monitor", FaultKind.HELD_BACK);
        held.untilBegin().killed(77).untilClosed();

        assertThat(held.remedies()).containsExactly(CALL_PERSON);
        assertThat(held.closed().verdict()).isEqualTo(Verdict.HANDED_OVER);
    }

    @Test
    void remembersTheBackOffOfAnotherProcess() {
        hung.untilBegin().killed(77);

        assertThat(hung.means.guardRails().state(hung.now).restarts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500, 4_000, 8_000, 8_500, 9_000, 12_000, 14_500, 15_000, 17_000, 19_500})
    void comesToTheSameEndWheneverItIsKilled(long afterMillis) {
        drive(afterMillis);

        assertThat(hung.remedies()).containsExactly(RESTART_PROCESS);
        assertThat(hung.said(Detected.class)).hasSize(1);
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HEALED);
    }

    @Test
    void isTheSameAfterBeingWrittenAndRead() {
        JsonMapper json = JsonMapper.builder().build();
        hung.untilBegin();
        RecoveryState state = hung.recovery.state(hung.now);

        assertThat(json.readValue(json.writeValueAsBytes(state), RecoveryState.class))
                .isEqualTo(state);
        assertThat(Recovery.restored(state, hung.means, 5).state(5)).isEqualTo(state);
    }

    private void drive(long killAfterMillis) {
        long ago = 0;
        while (!hung.recovery.isClosed()) {
            if (ago == killAfterMillis) {
                hung.killed(77);
            }
            if (ago == 15_000) {
                if (killAfterMillis < 8_500 || killAfterMillis >= 15_000) {
                    hung.done();
                }
                hung.well().input(150, 150);
            }
            hung.seconds(Course.STEP / 1_000.0);
            ago += Course.STEP;
        }
    }
}
