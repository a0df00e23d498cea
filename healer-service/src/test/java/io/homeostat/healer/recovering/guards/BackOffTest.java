package io.homeostat.healer.recovering.guards;

import static io.homeostat.healer.recovering.Sights.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.Sights;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final GuardSettings SETTINGS = GuardSettings.DEFAULTS;
    private static final List<Diagnosis> SICK = List.of(fault("monitor", FaultKind.HUNG_PROCESS, 9_000));

    private final GuardRails rails = new GuardRails(SETTINGS, 7);
    private long now = 1_000_000;

    @Test
    void doublesFromRemedyToRemedyWithinItsJitter() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            waits.add(waitAfterOne());
        }

        long expected = 5_000;
        for (long wait : waits) {
            assertThat(wait).isBetween(expected, expected + expected / 5);
            expected = Math.min(120_000, expected * 2);
        }
    }

    @Test
    void jittersTheSameForTheSameSeed() {
        long one = waitAfterOne();
        GuardRails same = new GuardRails(SETTINGS, 7);
        same.begun("monitor", RemedyKind.QUARANTINE, 0);

        assertThat(one % 1_000).isNotZero();
        assertThat(same.state(0).backOffs().get(0).leftMillis()).isEqualTo(one);
    }

    @Test
    void isShortAgainOnlyAfterAStablePeriod() {
        waitAfterOne();
        waitAfterOne();
        look(List.of());
        now += 59_999;
        look(List.of());
        assertThat(waitAfterOne()).isGreaterThanOrEqualTo(20_000);

        look(SICK);
        now += 60_000;
        look(List.of());
        assertThat(waitAfterOne()).isBetween(5_000L, 6_000L);
    }

    @Test
    void isNotShortAgainWhileTheTargetIsSick() {
        waitAfterOne();
        for (int i = 0; i < 100; i++) {
            look(SICK);
            now += 1_000;
        }

        assertThat(waitAfterOne()).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void knowsInAnotherProcessWhatWasDone() {
        rails.begun("monitor", RemedyKind.RESTART_PROCESS, now);
        rails.ended("monitor");
        GuardRails next = new GuardRails(SETTINGS, 8);

        next.restore(rails.state(now + 1_000), 50);

        LedgerState before = rails.state(now + 1_000);
        assertThat(next.state(50)).isEqualTo(before);
        assertThat(before.restarts()).containsExactly(new LedgerState.Restart("monitor", 1_000));
        next.look(new Sights().at(50), List.of(), Orders.ACT);
        assertThat(next.judge(new Intent("monitor", RemedyKind.RESTART_PROCESS, FaultKind.CRASHED, 0, 50)))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.guard()).isEqualTo("back-off"));
    }

    private void look(List<Diagnosis> faults) {
        rails.look(new Sights().at(now), faults, Orders.ACT);
    }

    private long waitAfterOne() {
        rails.begun("monitor", RemedyKind.QUARANTINE, now);
        rails.ended("monitor");
        return rails.state(now).backOffs().get(0).leftMillis();
    }
}
