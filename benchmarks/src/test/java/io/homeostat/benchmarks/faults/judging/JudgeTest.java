package io.homeostat.benchmarks.faults.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.benchmarks.faults.catalogue.Catalogue;
import io.homeostat.benchmarks.faults.catalogue.Expectation;
import io.homeostat.benchmarks.faults.stack.SeenIncident;
import io.homeostat.benchmarks.faults.traffic.Interruption;
import io.homeostat.benchmarks.faults.traffic.Reckoning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private final List<SeenIncident> incidents = new ArrayList<>();
    private final Map<String, Long> noticed = new HashMap<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private Reckoning reckoning = new Reckoning(10, 0, 0);
    private boolean wellAgain = true;

    @Test
    void isContentWithTheRightIncidentOfTheRightTarget() {
        incident("monitor", "hung-process", "HEALED", 3_000, "restart-process");
        restarts.put("monitor", 1);

        Judgement judgement = judge("stop-monitor");

        assertThat(judgement.isRight()).isTrue();
        assertThat(judgement.detectedMillis()).isEqualTo(3_000);
        assertThat(judgement.remedies()).containsExactly("restart-process");
    }

    @Test
    void missesWhatNobodyDetected() {
        Judgement judgement = judge("stop-monitor");

        assertThat(judgement.detected()).isFalse();
        assertThat(judgement.componentRight()).isFalse();
        assertThat(judgement.kindRight()).isFalse();
        assertThat(judgement.verdictRight()).isFalse();
    }

    @Test
    void seesThatSomebodyElseWasBlamed() {
        incident("monitor", "hung-process", "HEALED", 3_000);
        incident("broker", "broker-slow", "HEALED", 4_000);

        Judgement judgement = judge("stop-monitor");

        assertThat(judgement.componentRight()).isFalse();
        assertThat(judgement.component()).isEqualTo("monitor, broker (broker-slow)");
    }

    @Test
    void holdsNoSuspicionAgainstTheHealerThatItWithdrew() {
        incident("monitor", "hung-process", "HEALED", 3_000);
        incident("broker", "broker-slow", "WITHDRAWN", 4_000);

        assertThat(judge("stop-monitor").isRight()).isTrue();
    }

    @Test
    void seesThatTheRightTargetWasCalledWrong() {
        incident("monitor", "stalled-pipeline", "HEALED", 3_000);

        Judgement judgement = judge("stop-monitor");

        assertThat(judgement.componentRight()).isTrue();
        assertThat(judgement.kindRight()).isFalse();
    }

    @Test
    void countsTheRestartOfAHealthyServiceAsHarm() {
        incident("monitor", "hung-process", "HEALED", 3_000);
        restarts.put("monitor", 1);
        restarts.put("producer", 1);

        assertThat(judge("stop-monitor").harm()).isEqualTo("producer started again");
    }

    @Test
    void countsARemedyAsHarmWhereNothingShouldBeDone() {
        incident("monitor", "hung-process", "HEALED", 3_000, "hold", "restart-process");

        assertThat(judge("pause-monitor").harm()).isEqualTo("restart-process of monitor");
    }

    @Test
    void isContentWithNoIncidentWhereNothingShouldBeDone() {
        assertThat(judge("pause-monitor").isRight()).isTrue();
    }

    @Test
    void takesTheSupervisorsWordWhereTheHealerIsTheVictim() {
        noticed.put("healer", TimeUnit.MILLISECONDS.toNanos(700));
        restarts.put("healer", 1);

        Judgement judgement = judge("kill-healer");

        assertThat(judgement.isRight()).isTrue();
        assertThat(judgement.detectedMillis()).isEqualTo(700);
    }

    @Test
    void isNotContentWithALostReadingNorWithAStackThatDoesNotComeBack() {
        incident("monitor", "hung-process", "HEALED", 3_000);
        reckoning = new Reckoning(10, 1, 0);
        assertThat(judge("stop-monitor").isRight()).isFalse();

        reckoning = new Reckoning(10, 0, 0);
        wellAgain = false;
        assertThat(judge("stop-monitor").isRight()).isFalse();
    }

    private void incident(String target, String kind, @Nullable String verdict, long millis, String... remedies) {
        incidents.add(new SeenIncident(
                target + incidents.size(),
                target,
                kind,
                false,
                verdict,
                List.of(remedies),
                List.of(),
                TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    private Judgement judge(String fault) {
        Expectation right = Catalogue.named(fault).get(0).expectation();
        return Judge.judge(
                right, new Observation(0, incidents, noticed, restarts, Interruption.NONE, reckoning, wellAgain, ""));
    }
}
