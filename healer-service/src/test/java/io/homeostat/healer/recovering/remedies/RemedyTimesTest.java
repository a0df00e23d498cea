package io.homeostat.healer.recovering.remedies;

import static io.homeostat.healer.diagnosing.FaultKind.CRASHED;
import static io.homeostat.healer.diagnosing.FaultKind.HUNG_PROCESS;
import static io.homeostat.healer.recovering.remedies.RemedyKind.HOLD;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemedyTimesTest {

    private final RemedyTimes times = new RemedyTimes();

    @Test
    void waitsThirtySecondsBeforeEnoughWasMeasured() {
        took(4, 1_000);

        assertThat(times.boundMillis(HUNG_PROCESS, RESTART_PROCESS)).isEqualTo(30_000);
        assertThat(times.boundMillis(CRASHED, HOLD)).isEqualTo(30_000);
    }

    @Test
    void waitsThreeTimesTheNinetyFifthPercentile() {
        IntStream.rangeClosed(1, 20).forEach(seconds -> times.took(HUNG_PROCESS, RESTART_PROCESS, seconds * 1_000L));

        assertThat(times.boundMillis(HUNG_PROCESS, RESTART_PROCESS)).isEqualTo(57_000);
    }

    @Test
    void waitsAtLeastTenSecondsAndAtMostTwoMinutes() {
        took(5, 100);
        assertThat(times.boundMillis(HUNG_PROCESS, RESTART_PROCESS)).isEqualTo(10_000);

        took(5, Long.MAX_VALUE);
        assertThat(times.boundMillis(HUNG_PROCESS, RESTART_PROCESS)).isEqualTo(120_000);
    }

    @Test
    void forgetsWhatIsOlderThanTwenty() {
        took(20, 40_000);
        took(20, 5_000);

        assertThat(times.boundMillis(HUNG_PROCESS, RESTART_PROCESS)).isEqualTo(15_000);
    }

    @Test
    void keepsKindsOfFaultApart() {
        took(5, 7_000);

        assertThat(times.boundMillis(CRASHED, RESTART_PROCESS)).isEqualTo(30_000);
    }

    @Test
    void isTheSameAfterStoring() {
        took(7, 7_000);

        RemedyTimes stored = new RemedyTimes(times.measured());

        assertThat(stored.boundMillis(HUNG_PROCESS, RESTART_PROCESS)).isEqualTo(21_000);
        assertThat(stored.measured()).isEqualTo(times.measured());
    }

    private void took(int often, long millis) {
        IntStream.range(0, often).forEach(i -> times.took(HUNG_PROCESS, RESTART_PROCESS, millis));
    }
}
