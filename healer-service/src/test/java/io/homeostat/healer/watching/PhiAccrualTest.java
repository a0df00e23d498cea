package io.homeostat.healer.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PhiAccrualTest {

    private final PhiAccrual accrual = new PhiAccrual();

    @Test
    void suspectsNobodyBeforeItHasHeardEnough() {
        accrual.heard(0);
        accrual.heard(1_000);

        assertThat(accrual.phi(60_000)).isZero();
    }

    @Test
    void growsWithTheSilenceOfWhoIsSteady() {
        long last = beat(50, 1_000, 0);

        assertThat(accrual.phi(last + 1_000)).isLessThan(1);
        assertThat(accrual.phi(last + 1_500)).isBetween(4.0, 10.0);
        assertThat(accrual.phi(last + 3_000)).isGreaterThan(accrual.phi(last + 2_000));
        assertThat(accrual.phi(last + 3_600_000)).isEqualTo(100);
    }

    @Test
    void isPatientWithWhoWasNeverSteady() {
        long last = beat(200, 1_000, 900);

        assertThat(accrual.phi(last + 2_000)).isLessThan(4);
    }

    @Test
    void forgetsWhatIsFurtherBackThanItsWindow() {
        long last = beat(PhiAccrual.WINDOW, 10_000, 0);
        for (int i = 0; i < PhiAccrual.WINDOW; i++) {
            last += 1_000;
            accrual.heard(last);
        }

        assertThat(accrual.phi(last + 2_000)).isGreaterThan(8);
    }

    @Test
    void beginsAnewWithANewLife() {
        long last = beat(50, 1_000, 0);
        accrual.forget();

        assertThat(accrual.phi(last + 60_000)).isZero();
    }

    private long beat(int times, long intervalMillis, int jitterMillis) {
        Random random = new Random(7);
        long now = 0;
        for (int i = 0; i < times; i++) {
            now += intervalMillis + (jitterMillis == 0 ? 0 : random.nextInt(2 * jitterMillis) - jitterMillis);
            accrual.heard(now);
        }
        return now;
    }
}
