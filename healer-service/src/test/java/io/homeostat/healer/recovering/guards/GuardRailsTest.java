package io.homeostat.healer.recovering.guards;

import static io.homeostat.healer.recovering.Sights.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.Sights;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.signals.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each guard is seen to refuse, and the same to be allowed by all the others once that guard is taken out. */
class GuardRailsTest {

    private static final long NOW = 10_000_000;
    private static final GuardSettings SETTINGS = GuardSettings.DEFAULTS;

    /** A situation in which exactly one guard refuses, with the sentence and the time that it should give. */
    private record Case(
            String guard,
            Intent intent,
            Consumer<Situation> situation,
            String sentence,
            long untilMillis,
            boolean byPerson) {

        @Override
        public String toString() {
            return guard + ": " + sentence;
        }
    }

    /** What a case may change before the guard rails are asked. */
    private static final class Situation {
        private final Sights sights = new Sights();
        private final List<Diagnosis> faults = new ArrayList<>();
        private final List<Consumer<GuardRails>> before = new ArrayList<>();
        private Orders orders = Orders.ACT;
    }

    static Stream<Case> cases() {
        Intent restart = intent(RemedyKind.RESTART_PROCESS, FaultKind.HUNG_PROCESS, 8_000);
        return Stream.of(
                new Case(
                        "leadership",
                        restart,
                        at -> at.orders = new Orders(HealingMode.ACT, false, Map.of(), Authority.NONE),
                        "no restart-process of monitor: this healer does not lead",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "leadership",
                        restart,
                        at -> at.orders = new Orders(HealingMode.ACT, false, Map.of(), Authority.BROKER_ONLY),
                        "no restart-process of monitor: Kafka does not confirm that this healer leads",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "kill-switch",
                        restart,
                        at -> at.orders = new Orders(HealingMode.ACT, true, Map.of(), Authority.FULL),
                        "the kill switch is on: no restart-process of monitor",
                        Ruling.UNKNOWN,
                        true),
                new Case(
                        "mode",
                        restart,
                        at -> at.orders = new Orders(HealingMode.OBSERVE, false, Map.of(), Authority.FULL),
                        "the mode is observe: no restart-process of monitor",
                        Ruling.UNKNOWN,
                        true),
                new Case(
                        "mode",
                        intent(RemedyKind.CALL_PERSON, FaultKind.HUNG_PROCESS, 8_000),
                        at -> at.orders = new Orders(HealingMode.OBSERVE, false, Map.of(), Authority.FULL),
                        "the mode is observe: no call-person of monitor",
                        Ruling.UNKNOWN,
                        true),
                new Case(
                        "mode",
                        restart,
                        at -> at.orders = new Orders(HealingMode.SUGGEST, false, Map.of(), Authority.FULL),
                        "suggested: restart-process of monitor; the mode is suggest, so a person has to do it",
                        Ruling.UNKNOWN,
                        true),
                new Case(
                        "maintenance",
                        restart,
                        at -> at.orders = new Orders(
                                HealingMode.ACT,
                                false,
                                Map.of("monitor", new Maintenance(NOW + 90_000, "new disk")),
                                Authority.FULL),
                        "monitor is in maintenance for another 1 min 30 s: new disk",
                        NOW + 90_000,
                        true),
                new Case(
                        "maintenance",
                        restart,
                        at -> at.sights.of("monitor").inMaintenance(true),
                        "monitor is in maintenance",
                        Ruling.UNKNOWN,
                        true),
                new Case(
                        "slowness",
                        intent(RemedyKind.RESTART_PIPELINE, FaultKind.OVERLOADED, 60_000),
                        at -> {},
                        "no restart-pipeline of monitor for overloaded: a restart would not help it",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "slowness",
                        intent(RemedyKind.RESTART_PROCESS, FaultKind.DATABASE_DOWN, 60_000),
                        at -> {},
                        "no restart-process of monitor for database-down: a restart would not help it",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "dependency",
                        restart,
                        at -> at.sights.of("broker").answers(Answer.TIMED_OUT),
                        "no restart-process of monitor while broker is down, on which it depends",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "dependency",
                        restart,
                        at -> at.faults.add(fault("database", FaultKind.DATABASE_DOWN, 1_000)),
                        "no restart-process of monitor while database is down, on which it depends",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "storm",
                        restart,
                        at -> {
                            at.faults.add(fault("monitor", FaultKind.HUNG_PROCESS, 9_000));
                            at.faults.add(fault("healer", FaultKind.HUNG_PROCESS, 9_000));
                            at.faults.add(fault("producer", FaultKind.HUNG_PROCESS, 9_000));
                        },
                        "3 targets are at fault at once (monitor, healer, producer):"
                                + " only producer is treated until it works",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "single-flight",
                        restart,
                        at -> at.before.add(rails -> rails.begun("monitor", RemedyKind.QUARANTINE, NOW - 8_000)),
                        "restart-process of monitor has to wait: quarantine is under way",
                        Ruling.UNKNOWN,
                        false),
                new Case(
                        "standstill",
                        intent(RemedyKind.RESTART_PROCESS, FaultKind.HUNG_PROCESS, 7_999),
                        at -> {},
                        "no restart-process of monitor before 8 s without progress, so far 7.9 s",
                        NOW + 1,
                        false),
                new Case(
                        "target-budget",
                        restart,
                        at -> {
                            restarted(at, "monitor", NOW - 599_999);
                            restarted(at, "monitor", NOW - 400_000);
                            restarted(at, "monitor", NOW - 200_000);
                        },
                        "no restart-process of monitor: it was restarted 3 times in the last 10 min,"
                                + " and 3 are allowed",
                        NOW + 1,
                        false),
                new Case(
                        "system-budget",
                        restart,
                        at -> Stream.of("producer", "healer", "broker").forEach(name -> {
                            restarted(at, name, NOW - 500_000);
                            restarted(at, name, NOW - 200_000);
                        }),
                        "no restart-process of monitor: all targets together were restarted 6 times in the last"
                                + " 10 min, and 6 are allowed",
                        NOW + 100_000,
                        false),
                new Case(
                        "back-off",
                        restart,
                        at -> restarted(at, "monitor", NOW - 3_000),
                        "restart-process of monitor has to wait another 2 s after the remedy before",
                        NOW + 2_000,
                        false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesWithEveryGuardInPlace(Case one) {
        Ruling ruling = rails(one, GuardRails.all(SETTINGS)).judge(one.intent());

        assertThat(ruling)
                .isEqualTo(new Ruling.Refused(one.guard(), one.sentence(), one.untilMillis(), one.byPerson()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allowsTheSameOnceThatGuardIsTakenOut(Case one) {
        List<Guard> others = GuardRails.all(SETTINGS).stream()
                .filter(guard -> !guard.name().equals(one.guard()))
                .toList();

        assertThat(rails(one, others).judge(one.intent())).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void hasACaseForEachGuard() {
        assertThat(cases().map(Case::guard).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(
                        GuardRails.all(SETTINGS).stream().map(Guard::name).toList());
    }

    @Test
    void allowsWhatNothingSpeaksAgainst() {
        for (RemedyKind remedy : RemedyKind.values()) {
            assertThat(calm().judge(intent(remedy, FaultKind.HUNG_PROCESS, 8_000)))
                    .isEqualTo(Ruling.ALLOWED);
        }
    }

    @Test
    void letsTheLastLeaderTreatKafkaWithoutItsWord() {
        GuardRails rails = calm();
        rails.look(
                new Sights().at(NOW),
                List.of(fault("broker", FaultKind.BROKER_DOWN, 60_000)),
                new Orders(HealingMode.ACT, false, Map.of(), Authority.BROKER_ONLY));

        assertThat(rails.judge(new Intent("broker", RemedyKind.RESTART_PROCESS, FaultKind.BROKER_DOWN, 60_000, NOW)))
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void letsAPersonOrderWhatOnlyTheFiguresSpeakAgainst() {
        GuardRails rails = calm();
        rails.look(new Sights().at(NOW), List.of(), new Orders(HealingMode.OBSERVE, false, Map.of(), Authority.FULL));
        Intent asked = intent(RemedyKind.RESTART_PROCESS, FaultKind.OVERLOADED, 0);

        assertThat(rails.judge(asked)).isInstanceOf(Ruling.Refused.class);
        assertThat(rails.judgeOrder(asked)).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void holdsAPersonToTheBudget() {
        GuardRails rails = calm();
        for (int i = 3; i > 0; i--) {
            rails.begun("monitor", RemedyKind.RESTART_PROCESS, NOW - i * 100_000);
            rails.ended("monitor");
        }

        assertThat(rails.judgeOrder(intent(RemedyKind.RESTART_PROCESS, FaultKind.UNKNOWN, 0)))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.guard()).isEqualTo("target-budget"));
    }

    @Test
    void countsNothingThatWasNotDone() {
        GuardRails rails = calm();
        for (int i = 0; i < 5; i++) {
            rails.begun("monitor", RemedyKind.RESTART_PIPELINE, NOW);
            rails.ended("monitor");
            rails.notDone("monitor", RemedyKind.RESTART_PIPELINE, NOW);
        }

        assertThat(rails.judge(intent(RemedyKind.RESTART_PROCESS, FaultKind.HUNG_PROCESS, 8_000)))
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void waitsForNoProofThatAProcessEnded() {
        assertThat(calm().judge(intent(RemedyKind.RESTART_PROCESS, FaultKind.CRASHED, 0)))
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void treatsTheRootOfAStorm() {
        GuardRails rails = calm();
        rails.look(
                new Sights().at(NOW),
                List.of(fault("broker", FaultKind.BROKER_DOWN, 60_000, "producer", "monitor", "healer")),
                Orders.ACT);

        assertThat(rails.judge(new Intent("broker", RemedyKind.RESTART_PROCESS, FaultKind.BROKER_DOWN, 60_000, NOW)))
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void countsNobodyInMaintenanceAsPartOfAStorm() {
        GuardRails rails = calm();
        rails.look(
                new Sights().at(NOW),
                List.of(
                        fault("producer", FaultKind.HUNG_PROCESS, 9_000),
                        fault("monitor", FaultKind.HUNG_PROCESS, 9_000),
                        fault("healer", FaultKind.HUNG_PROCESS, 9_000)),
                new Orders(
                        HealingMode.ACT,
                        false,
                        Map.of("producer", new Maintenance(NOW + 1_000, "tests")),
                        Authority.FULL));

        assertThat(rails.judge(intent(RemedyKind.RESTART_PROCESS, FaultKind.HUNG_PROCESS, 9_000)))
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void callsAPersonWhateverTheFiguresSay() {
        GuardRails rails = calm();
        for (int i = 0; i < 10; i++) {
            rails.begun("monitor", RemedyKind.RESTART_PROCESS, NOW);
        }

        assertThat(rails.judge(intent(RemedyKind.CALL_PERSON, FaultKind.HUNG_PROCESS, 0)))
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void endsAMaintenanceByItself() {
        GuardRails rails = calm();
        Orders orders =
                new Orders(HealingMode.ACT, false, Map.of("monitor", new Maintenance(NOW, "new disk")), Authority.FULL);
        rails.look(new Sights().at(NOW), List.of(), orders);

        assertThat(rails.judge(intent(RemedyKind.RESTART_PROCESS, FaultKind.CRASHED, 0)))
                .isEqualTo(Ruling.ALLOWED);
    }

    private static void restarted(Situation situation, String target, long atMillis) {
        situation.before.add(rails -> {
            rails.begun(target, RemedyKind.RESTART_PROCESS, atMillis);
            rails.ended(target);
        });
    }

    private static Intent intent(RemedyKind remedy, FaultKind fault, long faultMillis) {
        return new Intent("monitor", remedy, fault, faultMillis, NOW);
    }

    private static GuardRails rails(Case one, List<Guard> guards) {
        Situation situation = new Situation();
        one.situation().accept(situation);
        GuardRails rails = rails(guards);
        situation.before.forEach(step -> step.accept(rails));
        rails.look(situation.sights.at(NOW), situation.faults, situation.orders);
        return rails;
    }

    private static GuardRails calm() {
        GuardRails rails = rails(GuardRails.all(SETTINGS));
        rails.look(new Sights().at(NOW), List.of(), Orders.ACT);
        return rails;
    }

    private static GuardRails rails(List<Guard> guards) {
        GuardSettings withoutJitter = new GuardSettings(3, 6, 600_000, 5_000, 120_000, 0, 60_000, 3, 8_000);
        return new GuardRails(guards, withoutJitter, new Random(1));
    }
}
