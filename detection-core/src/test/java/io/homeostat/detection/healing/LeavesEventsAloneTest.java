package io.homeostat.detection.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What siblings confirm, or what physics allows and persists, is an event: no correction. */
class LeavesEventsAloneTest {

    private static final int BEGIN = 3 * 1440;

    @Test
    void changesAtMostOneReadingOfTheFirstTwoWhileAllOverheat() {
        HallUnderTest hall = new HallUnderTest(5, 2)
                .event(minute -> minute < BEGIN ? 0 : 15 * (1 - Math.exp((BEGIN - minute) / 15.0)))
                .run(BEGIN + 180);
        for (int sensor = 0; sensor < 5; sensor++) {
            assertThat(hall.of(sensor).stream()
                            .filter(each -> each.minute() >= BEGIN && each.isMended())
                            .count())
                    .isLessThanOrEqualTo(sensor < 2 ? 1 : 0);
        }
    }

    @Test
    void changesAtMostOneReadingOfTheFirstTwoWhenAllJumpAtOnce() {
        HallUnderTest hall =
                new HallUnderTest(5, 3).event(minute -> minute < BEGIN ? 0 : -6).run(BEGIN + 60);
        for (int sensor = 0; sensor < 5; sensor++) {
            assertThat(hall.of(sensor).stream()
                            .filter(each -> each.minute() >= BEGIN && each.isMended())
                            .count())
                    .isLessThanOrEqualTo(sensor < 2 ? 1 : 0);
        }
    }

    @Test
    void leavesAWarmthAloneThatOnlyOneSensorFeelsAndThatGoes() {
        HallUnderTest hall = new HallUnderTest(5, 4).run(BEGIN).run(240, (minute, value) -> {
            double passed = minute - BEGIN;
            return value + 4 * (1 - Math.exp(-passed / 8)) * Math.exp(-passed / 60);
        });
        assertThat(hall.since(BEGIN).stream()
                        .filter(HallUnderTest.Said::isMended)
                        .count())
                .isLessThanOrEqualTo(5);
        assertThat(hall.since(BEGIN)).anyMatch(each -> each.kind() == FaultKind.LOCAL_EVENT && each.flag() == 3);
    }
}
