package io.homeostat.detection.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellsFaultsApartTest {

    private static final int DAYS = 3 * 1440;

    private HallUnderTest hall = new HallUnderTest(5, 1);
    private int begin;

    @BeforeEach
    void letTheHallLearn() {
        hall = new HallUnderTest(5, 1).run(DAYS);
        begin = hall.minute();
    }

    @Test
    void mendsASpikeAtOnceAndLeavesTheNextReadingAlone() {
        hall.run(1, (minute, value) -> value + 5).run(1);
        assertThat(hall.since(begin).get(0)).satisfies(spike -> {
            assertThat(spike.kind()).isEqualTo(FaultKind.SPIKE);
            assertThat(spike.flag()).isEqualTo(4);
            assertThat(spike.value()).isCloseTo(hall.truth(0, begin), within(0.3));
        });
        assertThat(hall.since(begin).get(1).isMended()).isFalse();
    }

    @Test
    void readsFahrenheitAsCelsius() {
        hall.run(30, (minute, value) -> value * 1.8 + 32);
        assertMended(FaultKind.UNIT_SLIP, 0, 0.4);
    }

    @Test
    void mendsWhatTheSensorCannotMeasure() {
        hall.run(30, (minute, value) -> -999);
        assertMended(FaultKind.OUT_OF_RANGE, 0, 0.4);
    }

    @Test
    void findsAStuckSensorWithinMinutes() {
        hall.run(240, (minute, value) -> 22.22);
        assertMended(FaultKind.STUCK, 6, 0.5);
    }

    @Test
    void takesAnOffsetOffUntilItEnds() {
        hall.run(120, (minute, value) -> value - 2).run(30);
        assertThat(hall.since(begin).subList(3, 120)).allSatisfy(each -> {
            assertThat(each.kind()).isEqualTo(FaultKind.OFFSET);
            assertThat(each.value()).isCloseTo(hall.truth(0, each.minute()), within(0.4));
        });
        assertThat(hall.since(begin + 120)).noneMatch(HallUnderTest.Said::isMended);
    }

    @Test
    void calmsABurstOfNoise() {
        Random random = new Random(7);
        hall.run(60, (minute, value) -> value + 1.5 * random.nextGaussian());
        List<HallUnderTest.Said> burst = hall.since(begin);
        assertThat(rmse(burst, false)).isLessThan(0.35 * rmse(burst, true));
        assertThat(burst).anyMatch(each -> each.kind() == FaultKind.NOISE_BURST);
    }

    @Test
    void findsADriftAndTakesItOff() {
        hall.run(1440, (minute, value) -> value + 0.2 * (minute - begin) / 60.0);
        List<HallUnderTest.Said> drift = hall.since(begin);
        assertThat(drift.get(600).kind()).isEqualTo(FaultKind.DRIFT);
        assertThat(rmse(drift, false)).isLessThan(0.2 * rmse(drift, true));
    }

    @Test
    void fillsInWhatNeverCame() {
        hall.run(30, (minute, value) -> Double.POSITIVE_INFINITY).run(3);
        assertThat(hall.filled()).hasSize(30).allSatisfy(each -> {
            assertThat(each.flag()).isEqualTo(9);
            assertThat(each.value()).isCloseTo(hall.truth(0, each.minute()), within(0.4));
            assertThat(each.uncertainty()).isPositive();
        });
    }

    @Test
    void suspectsAClockThatGoesBackAndLeavesTheValue() {
        long hourAgo = HallUnderTest.BASE_MILLIS + (begin - 60) * HallUnderTest.MINUTE_MILLIS;
        HallUnderTest.Said said = hall.take(0, hourAgo, hall.truth(0, begin));
        assertThat(said.kind()).isEqualTo(FaultKind.CLOCK_JUMP);
        assertThat(said.flag()).isEqualTo(3);
        assertThat(said.isMended()).isFalse();
    }

    @Test
    void saysWhyInASentence() {
        Healed healed = new Healed();
        hall.group()
                .take(
                        0,
                        HallUnderTest.BASE_MILLIS + begin * HallUnderTest.MINUTE_MILLIS,
                        850,
                        healed,
                        (sensor, fill) -> {});
        assertThat(healed.sentence())
                .startsWith("850.00: the value lies outside of what the sensor can measure; ")
                .endsWith(" stands in for it (" + healed.method() + ")");
    }

    private void assertMended(FaultKind kind, int notBefore, double error) {
        assertThat(hall.since(begin + notBefore)).isNotEmpty().allSatisfy(each -> {
            assertThat(each.kind()).isEqualTo(kind);
            assertThat(each.value()).isCloseTo(hall.truth(0, each.minute()), within(error));
        });
    }

    private double rmse(List<HallUnderTest.Said> said, boolean raw) {
        return Math.sqrt(said.stream()
                .mapToDouble(each -> (raw ? each.raw() : each.value()) - hall.truth(0, each.minute()))
                .map(error -> error * error)
                .average()
                .orElseThrow());
    }
}
