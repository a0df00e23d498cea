package io.homeostat.healer.recovering;

import static io.homeostat.healer.recovering.remedies.RemedyKind.CALL_PERSON;
import static io.homeostat.healer.recovering.remedies.RemedyKind.HOLD;
import static io.homeostat.healer.recovering.remedies.RemedyKind.QUARANTINE;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PIPELINE;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.RecoveryStep.Begin;
import io.homeostat.healer.recovering.RecoveryStep.Closed;
import io.homeostat.healer.recovering.RecoveryStep.Detected;
import io.homeostat.healer.recovering.RecoveryStep.Diagnosed;
import io.homeostat.healer.recovering.RecoveryStep.Held;
import io.homeostat.healer.recovering.RecoveryStep.NotHealed;
import io.homeostat.healer.recovering.RecoveryStep.RemedyEnded;
import io.homeostat.healer.recovering.RecoveryStep.Skipped;
import io.homeostat.healer.recovering.RecoveryStep.Verifying;
import io.homeostat.healer.recovering.guards.Authority;
import io.homeostat.healer.recovering.guards.HealingMode;
import io.homeostat.healer.recovering.guards.Maintenance;
import io.homeostat.healer.recovering.guards.Orders;
import io.homeostat.healer.signals.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private final Course hung = new Course("monitor", FaultKind.HUNG_PROCESS);

    @Test
    void tellsTheWholeStoryOfAHungProcess() {
        hung.untilBegin().seconds(6).done().well().input(150, 150).untilClosed();

        assertThat(hung.said)
                .extracting(RecoveryStep::getClass)
                .containsExactly(
                        Detected.class,
                        Diagnosed.class,
                        Held.class,
                        Begin.class,
                        RemedyEnded.class,
                        Verifying.class,
                        Closed.class);
        assertThat(hung.said)
                .extracting(RecoveryStep::sentence)
                .containsExactly(
                        "something is wrong with monitor, for 0 ms",
                        "hung-process of monitor, confidence 0.90: it was seen",
                        "no restart-process of monitor before 8 s without progress, so far 0 ms",
                        "restart-process of monitor begins, because of hung-process",
                        "restart-process of monitor ended after 6.5 s: done",
                        "monitor should work again after restart-process: it is watched for proof for 30 s",
                        "monitor works again, 6.5 s after restart-process began: its committed positions are past"
                                + " what was the end when the fault was seen, and that has lasted for 5 s");
        assertThat(hung.last().key()).isEqualTo("i1/1/restart-process");
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HEALED);
    }

    @Test
    void restartsNothingBeforeEightSecondsWithoutProgress() {
        hung.seconds(8);
        assertThat(hung.begun()).isEmpty();

        hung.seconds(0.5);
        assertThat(hung.remedies()).containsExactly(RESTART_PROCESS);
    }

    @Test
    void withdrawsASuspicionThatClearsByItself() {
        hung.seconds(5).well().untilClosed();

        assertThat(hung.closed().verdict()).isEqualTo(Verdict.WITHDRAWN);
        assertThat(hung.closed().sentence())
                .isEqualTo("the suspicion of hung-process at monitor cleared by itself and has been gone for 5 s;"
                        + " nothing was done");
        assertThat(hung.begun()).isEmpty();
    }

    @Test
    void believesNoSuspicionGoneThatComesBack() {
        hung.seconds(5)
                .well()
                .seconds(4)
                .fault(FaultKind.HUNG_PROCESS)
                .seconds(4)
                .well()
                .seconds(4.5);

        assertThat(hung.recovery.isClosed()).isFalse();
    }

    @Test
    void verifiesACrashThatTheSupervisorMended() {
        Course crashed = new Course("monitor", FaultKind.CRASHED);

        crashed.seconds(9).well().seconds(8);
        assertThat(crashed.recovery.isClosed()).isFalse();

        crashed.input(101, 101).untilClosed();
        assertThat(crashed.closed().verdict()).isEqualTo(Verdict.HEALED);
        assertThat(crashed.begun()).isEmpty();
        assertThat(crashed.experience.workedLast(FaultKind.CRASHED, "monitor")).hasValue(HOLD);
    }

    @Test
    void restartsWhatTheSupervisorDidNot() {
        Course crashed = new Course("monitor", FaultKind.CRASHED);

        crashed.seconds(30);
        assertThat(crashed.begun()).isEmpty();

        crashed.seconds(0.5);
        assertThat(crashed.remedies()).containsExactly(RESTART_PROCESS);
    }

    @Test
    void restartsNothingThatTheSupervisorIsStarting() {
        Course crashed = new Course("monitor", FaultKind.CRASHED);
        crashed.sights.of("monitor").starting();

        crashed.seconds(120);

        assertThat(crashed.begun()).isEmpty();
    }

    @Test
    void isNotHealedByAnsweringWithoutProgress() {
        hung.untilBegin().done().well().input(100, 160).seconds(300);
        assertThat(hung.recovery.isClosed()).isFalse();

        hung.untilClosed();
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(hung.closed().sentence())
                .isEqualTo("whether monitor works again after restart-process cannot be said: its position on"
                        + " temperature-0 is 100, which is not past 100, the end when the fault was seen");
    }

    @Test
    void isNotHealedByProgressThatDoesNotLast() {
        hung.untilBegin().done().well().input(150, 150).seconds(4.5);
        hung.fault(FaultKind.HUNG_PROCESS).seconds(30);

        assertThat(hung.said(Closed.class)).isEmpty();
        assertThat(hung.said(NotHealed.class))
                .extracting(NotHealed::sentence)
                .containsExactly("restart-process did not heal monitor: hung-process is still seen");
    }

    @Test
    void isNotHealedWhileItSaysThatItIsUnwell() {
        hung.sights.of("monitor").answers(Answer.DOWN);
        hung.untilBegin().done().well().input(150, 150).seconds(60);

        assertThat(hung.recovery.isClosed()).isFalse();
    }

    @Test
    void takesTheNextRungAndAPersonInTheEnd() {
        hung.untilBegin().done().untilBegin().done().untilBegin();
        assertThat(hung.remedies()).containsExactly(RESTART_PROCESS, RESTART_PROCESS, CALL_PERSON);
        assertThat(hung.recovery.isClosed()).isFalse();

        hung.done();
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HANDED_OVER);
        assertThat(hung.closed().sentence())
                .isEqualTo("monitor needs a person: hung-process. Tried: restart-process, restart-process."
                        + " The call: done");
    }

    @Test
    void handsOverEvenIfTheCallFails() {
        Course held = new Course("monitor", FaultKind.HELD_BACK);
        held.untilBegin().ended(RemedyResult.failed("the webhook answers 500"));

        assertThat(held.closed().verdict()).isEqualTo(Verdict.HANDED_OVER);
        assertThat(held.closed().sentence()).endsWith("Tried: hold. The call: the webhook answers 500");
    }

    @Test
    void isHealedByACanaryIfNoInputComes() {
        hung.untilBegin().done().well();
        hung.sights.of("monitor").canaryAgo(60_000);
        hung.seconds(10);
        assertThat(hung.recovery.isClosed()).isFalse();

        hung.sights.of("monitor").canaryAgo(300);
        hung.untilClosed();
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HEALED);
        assertThat(hung.closed().sentence()).contains("no input came; a canary came through 300 ms ago");
    }

    @Test
    void isInconclusiveWithNothingToSee() {
        hung.untilBegin().done().well().untilClosed();

        assertThat(hung.closed().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(hung.closed().sentence())
                .isEqualTo("whether monitor works again after restart-process cannot be said:"
                        + " no input came and no canary was sent");
    }

    @Test
    void isHealedByItsAnswersIfItHasNoPipeline() {
        Course broker = new Course("broker", FaultKind.BROKER_DOWN);
        broker.seconds(20).well().untilClosed();

        assertThat(broker.closed().verdict()).isEqualTo(Verdict.HEALED);
        assertThat(broker.closed().sentence()).contains("it answers, and says that it is well");
    }

    @Test
    void waitsForWhatCatchesUp() {
        hung.input(0, 100_000);
        hung.untilBegin().done();
        for (int i = 1; i <= 10; i++) {
            hung.input(i * 10_000L, 100_050).seconds(20);
            assertThat(hung.said(NotHealed.class)).isEmpty();
        }

        hung.well().input(100_050, 100_050).untilClosed();
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HEALED);
        assertThat(hung.remedies()).containsExactly(RESTART_PROCESS);
    }

    @Test
    void marksAPartitionWhenItIsFirstSeen() {
        hung.sights.of("monitor").nowhere();
        hung.untilBegin().done().well().input(100, 500).seconds(20);
        assertThat(hung.recovery.isClosed()).isFalse();

        hung.input(501, 501).untilClosed();
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HEALED);
    }

    @Test
    void takesSlownessAfterARestartForCatchingUp() {
        hung.untilBegin().done().fault(FaultKind.OVERLOADED).input(150, 900).untilClosed();

        assertThat(hung.closed().verdict()).isEqualTo(Verdict.HEALED);
    }

    @Test
    void givesUpARemedyThatTakesTooLong() {
        hung.untilBegin().seconds(30);

        assertThat(hung.said(RemedyEnded.class))
                .extracting(ended -> ended.result().outcome())
                .containsExactly(RemedyResult.Outcome.TIMED_OUT);
        assertThat(hung.said(Verifying.class)).hasSize(1);
        assertThat(hung.recovery.remedyEnded(hung.last().key(), RemedyResult.done(), hung.now))
                .isEmpty();
    }

    @Test
    void boundsARemedyByWhatWasMeasured() {
        for (int i = 0; i < 5; i++) {
            hung.times.took(FaultKind.HUNG_PROCESS, RESTART_PROCESS, 4_000);
        }
        hung.untilBegin();

        assertThat(hung.last().boundMillis()).isEqualTo(12_000);
    }

    @Test
    void learnsHowLongItTookUntilTheProof() {
        hung.untilBegin().seconds(6).done().well().seconds(3).input(150, 150).untilClosed();

        assertThat(hung.times.measured().get(0).durationsMillis()).containsExactly(9_500L);
        assertThat(hung.experience.learned())
                .extracting(learned -> learned.remedy(), learned -> learned.worked(), learned -> learned.meanMillis())
                .containsExactly(org.assertj.core.api.Assertions.tuple(RESTART_PROCESS, 1, 9_500L));
    }

    @Test
    void takesTheNextRungAtOnceIfARemedyCannotBeDone() {
        Course stalled = new Course("monitor", FaultKind.STALLED_PIPELINE);
        stalled.untilBegin()
                .ended(RemedyResult.failed("the old one did not stop"))
                .untilBegin();

        assertThat(stalled.remedies()).containsExactly(RESTART_PIPELINE, RESTART_PROCESS);
        assertThat(stalled.said(NotHealed.class))
                .extracting(NotHealed::sentence)
                .containsExactly("restart-pipeline did not heal monitor: it could not be done");
    }

    @Test
    void goesOnAtOnceWhereARemedyIsRefused() {
        Course stalled = new Course("monitor", FaultKind.STALLED_PIPELINE);
        stalled.untilBegin().ended(RemedyResult.refused("the old threads have not ended"));

        stalled.fault(FaultKind.DEAD_THREAD).seconds(1);

        assertThat(stalled.remedies()).containsExactly(RESTART_PIPELINE, RESTART_PROCESS);
    }

    @Test
    void isNotMisledByAFaultThatIsNotSeenForAMoment() {
        Course stalled = new Course("monitor", FaultKind.STALLED_PIPELINE);
        stalled.untilBegin().ended(RemedyResult.refused("the old threads have not ended"));

        stalled.well().seconds(1).fault(FaultKind.STALLED_PIPELINE).seconds(9);

        assertThat(stalled.said(Verifying.class)).isEmpty();
        assertThat(stalled.remedies()).containsExactly(RESTART_PIPELINE, RESTART_PROCESS);
    }

    @Test
    void takesNoSlownessForAnotherFaultWhileAnOutageIsVerified() {
        Course outage = new Course("broker", FaultKind.BROKER_DOWN);
        outage.seconds(3).well().seconds(3).fault(FaultKind.BROKER_SLOW).seconds(5);

        assertThat(outage.said(Diagnosed.class)).hasSize(1);
    }

    @Test
    void takesWhatComesBackSlowlyForWhatWasDown() {
        Course outage = new Course("broker", FaultKind.BROKER_DOWN);
        outage.seconds(10).fault(FaultKind.BROKER_SLOW).seconds(5);

        assertThat(outage.said(Diagnosed.class)).hasSize(1);
    }

    @Test
    void takesSlowAnswersAfterACutForWhatTheCutHasLeft() {
        Course cut = new Course("monitor", FaultKind.NETWORK_PARTITION);
        cut.seconds(20).fault(FaultKind.OVERLOADED).seconds(5);
        assertThat(cut.said(Diagnosed.class)).hasSize(1);
    }

    @Test
    void supposesNoOtherFaultWhileARemedyIsVerified() {
        Course hung = new Course("monitor", FaultKind.HUNG_PROCESS);
        hung.untilBegin().done().fault(FaultKind.STALLED_PIPELINE).seconds(10);
        assertThat(hung.said(Diagnosed.class)).hasSize(1);

        hung.fault(FaultKind.CRASHED).seconds(1);
        assertThat(hung.said(Diagnosed.class))
                .extracting(one -> one.diagnosis().kind())
                .containsExactly(FaultKind.HUNG_PROCESS, FaultKind.CRASHED);
    }

    @Test
    void learnsNothingFromWhatWasNotApplicable() {
        Course misconfigured = new Course("monitor", FaultKind.MISCONFIGURED);
        misconfigured.untilBegin().ended(RemedyResult.notApplicable("nothing changed lately"));
        misconfigured.untilBegin();

        assertThat(misconfigured.last().remedy()).isEqualTo(CALL_PERSON);
        assertThat(misconfigured.experience.learned()).isEmpty();
    }

    @Test
    void startsWhereItWorkedBefore() {
        Course stalled = new Course("monitor", FaultKind.STALLED_PIPELINE);
        stalled.experience.worked(FaultKind.STALLED_PIPELINE, "monitor", RESTART_PROCESS, 9_000);

        assertThat(stalled.untilBegin().remedies()).containsExactly(RESTART_PROCESS);
    }

    @Test
    void skipsWhatFailedTwiceInARow() {
        Course stalled = new Course("monitor", FaultKind.STALLED_PIPELINE);
        stalled.experience.failed(FaultKind.STALLED_PIPELINE, "monitor", RESTART_PIPELINE);
        stalled.experience.failed(FaultKind.STALLED_PIPELINE, "monitor", RESTART_PIPELINE);

        assertThat(stalled.untilBegin().remedies()).containsExactly(RESTART_PROCESS);
        assertThat(stalled.said(Skipped.class))
                .extracting(Skipped::sentence)
                .containsExactly(
                        "restart-pipeline is skipped: for stalled-pipeline of monitor it failed 2 times in" + " a row");
    }

    @Test
    void neverRestartsForSlownessHoweverLongItLasts() {
        Course slow = new Course("monitor", FaultKind.OVERLOADED);
        slow.seconds(300);
        assertThat(slow.begun()).isEmpty();

        slow.untilBegin().done();
        assertThat(slow.remedies()).containsExactly(CALL_PERSON);
    }

    @Test
    void waitsWithPatienceForTheGuardRailsAndThenCallsAPerson() {
        hung.sights.of("broker").answers(Answer.TIMED_OUT);
        hung.seconds(300);
        assertThat(hung.begun()).isEmpty();
        assertThat(hung.said(Held.class))
                .extracting(Held::sentence)
                .containsExactly("no restart-process of monitor while broker is down, on which it depends");

        hung.untilBegin();
        assertThat(hung.last().remedy()).isEqualTo(CALL_PERSON);
    }

    @Test
    void callsAPersonAtOnceIfTheBudgetIsUsedUpForLongerThanThePatience() {
        for (int i = 0; i < 3; i++) {
            hung.means.guardRails().begun("monitor", RESTART_PROCESS, hung.now);
            hung.means.guardRails().ended("monitor");
        }
        hung.seconds(9);

        assertThat(hung.remedies()).containsExactly(CALL_PERSON);
    }

    @Test
    void callsNobodyForWhatAPersonOrdered() {
        hung.orders = new Orders(HealingMode.SUGGEST, false, Map.of(), Authority.FULL);
        hung.seconds(1_000);
        assertThat(hung.begun()).isEmpty();
        assertThat(hung.said(Held.class))
                .extracting(Held::sentence)
                .containsExactly(
                        "suggested: restart-process of monitor; the mode is suggest, so a person has to do" + " it");

        hung.orders = Orders.ACT;
        assertThat(hung.untilBegin().remedies()).containsExactly(RESTART_PROCESS);
    }

    @Test
    void leavesATargetInMaintenanceAlone() {
        hung.orders = new Orders(
                HealingMode.ACT,
                false,
                Map.of("monitor", new Maintenance(hung.now + 600_000, "new disk")),
                Authority.FULL);
        hung.seconds(599);
        assertThat(hung.begun()).isEmpty();

        hung.seconds(2);
        assertThat(hung.remedies()).containsExactly(RESTART_PROCESS);
    }

    @Test
    void changesTheLadderWithTheDiagnosisAndTriesNothingTwiceForThat() {
        Course course = new Course("monitor", FaultKind.STALLED_PIPELINE);
        course.untilBegin().done().fault(FaultKind.HUNG_PROCESS).untilBegin().done();
        course.fault(FaultKind.DEAD_THREAD).untilBegin().done();

        assertThat(course.remedies()).containsExactly(RESTART_PIPELINE, RESTART_PROCESS, CALL_PERSON);
        assertThat(course.said(Diagnosed.class))
                .extracting(one -> one.diagnosis().kind())
                .containsExactly(FaultKind.STALLED_PIPELINE, FaultKind.HUNG_PROCESS, FaultKind.DEAD_THREAD);
        assertThat(course.closed().verdict()).isEqualTo(Verdict.HANDED_OVER);
    }

    @Test
    void holdsForACrashAlsoIfItFirstLookedLikeSilence() {
        Course course = new Course("monitor", FaultKind.NO_INPUT);
        course.seconds(20).fault(FaultKind.CRASHED).seconds(29);

        assertThat(course.begun()).isEmpty();
    }

    @Test
    void withdrawsWhatFollowsFromTheFaultOfAnother() {
        hung.seconds(4)
                .diagnosis(Sights.fault("broker", FaultKind.BROKER_DOWN, 4_000, "monitor"))
                .untilClosed();

        assertThat(hung.closed().verdict()).isEqualTo(Verdict.WITHDRAWN);
        assertThat(hung.closed().sentence())
                .isEqualTo("the trouble of monitor follows from broker-down of broker, which has an incident of its"
                        + " own");
    }

    @Test
    void blamesNoRemedyForTheFaultOfAnother() {
        hung.untilBegin()
                .done()
                .diagnosis(Sights.fault("broker", FaultKind.BROKER_DOWN, 4_000, "monitor"))
                .untilClosed();

        assertThat(hung.closed().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(hung.experience.learned()).isEmpty();
    }

    @Test
    void takesNoNoticeOfAFaultThatIsNotItsOwn() {
        hung.seconds(4)
                .diagnosis(Sights.fault("healer", FaultKind.CRASHED, 4_000))
                .untilClosed();

        assertThat(hung.closed().verdict()).isEqualTo(Verdict.WITHDRAWN);
        assertThat(hung.said(Diagnosed.class)).hasSize(1);
    }

    @Test
    void quarantinesOneRecordAfterAnother() {
        Course poison = new Course("monitor", FaultKind.POISON_RECORD);
        poison.untilBegin().done().untilBegin().done().well().input(150, 150).untilClosed();

        assertThat(poison.remedies()).containsExactly(QUARANTINE, QUARANTINE);
        assertThat(poison.begun()).extracting(Begin::key).doesNotHaveDuplicates();
        assertThat(poison.closed().verdict()).isEqualTo(Verdict.HEALED);
    }

    @Test
    void quarantinesAtOnceWhenARestartHasShownThatItIsOneRecord() {
        Course stalled = new Course("monitor", FaultKind.STALLED_PIPELINE);
        stalled.untilBegin().done().fault(FaultKind.POISON_RECORD).seconds(8);

        assertThat(stalled.remedies()).containsExactly(RESTART_PIPELINE, QUARANTINE);
    }

    @Test
    void endsWithATargetThatIsWatchedNoMore() {
        hung.untilBegin();
        hung.sights.remove("monitor");
        hung.untilClosed();

        assertThat(hung.said(RemedyEnded.class)).hasSize(1);
        assertThat(hung.closed().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void saysNothingMoreOnceItIsClosed() {
        hung.seconds(5).well().untilClosed();
        int said = hung.said.size();

        hung.fault(FaultKind.CRASHED).seconds(100);

        assertThat(hung.said).hasSize(said);
    }
}
