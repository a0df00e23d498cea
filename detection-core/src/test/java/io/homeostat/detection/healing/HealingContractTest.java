package io.homeostat.detection.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.homeostat.detection.binary.ByteReader;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every detector owes: constant series, NaN, a gap, a restart, readings out of order, bounded state, no garbage. */
class HealingContractTest {

    private static final int DAY = 1440;

    @Test
    void changesNothingOfAConstantSeries() {
        HallUnderTest hall = new HallUnderTest(1, 1);
        for (int i = 0; i < 20_000; i++) {
            assertThat(hall.take(0, HallUnderTest.BASE_MILLIS + i * HallUnderTest.MINUTE_MILLIS, 20)
                            .value())
                    .isEqualTo(20);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN})
    void putsAValueInThePlaceOfWhatIsNoNumber(double none) {
        HallUnderTest hall = new HallUnderTest(5, 2).run(DAY);
        int at = hall.minute();
        hall.run(3, (minute, value) -> none);
        assertThat(hall.since(at)).allSatisfy(each -> {
            assertThat(each.value()).isCloseTo(hall.truth(0, each.minute()), org.assertj.core.data.Offset.offset(0.4));
            assertThat(each.flag()).isEqualTo(9);
        });
    }

    @Test
    void goesOnAfterAGap() {
        HallUnderTest hall = new HallUnderTest(1, 3).run(DAY);
        long later = HallUnderTest.BASE_MILLIS + 3 * DAY * HallUnderTest.MINUTE_MILLIS;
        for (int i = 0; i < 100; i++) {
            assertThat(hall.take(0, later + i * HallUnderTest.MINUTE_MILLIS, 23 + i % 2 * 0.1)
                            .isMended())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 25, 700, 3000})
    void saysTheSameAfterARestart(int cut) {
        HallUnderTest whole = new HallUnderTest(5, 4).run(cut).run(2 * DAY, this::broken);
        HallUnderTest restarted = new HallUnderTest(5, 4).run(cut).restart().run(2 * DAY, this::broken);
        assertThat(restarted.of(0)).isEqualTo(whole.of(0));
        assertThat(restarted.of(3)).isEqualTo(whole.of(3));
        assertThat(restarted.bytes(0)).isEqualTo(whole.bytes(0));
    }

    private double broken(int minute, double value) {
        return minute % 500 == 0 ? value + 9 : minute % 1000 > 900 ? value + 4 : value;
    }

    @Test
    void letsALittleDisorderPass() {
        HallUnderTest hall = new HallUnderTest(5, 5).run(DAY);
        long now = HallUnderTest.BASE_MILLIS + (hall.minute() - 1) * HallUnderTest.MINUTE_MILLIS;
        HallUnderTest.Said late = hall.take(0, now - 5_000, hall.truth(0, hall.minute()));
        assertThat(late.kind()).isEqualTo(FaultKind.NONE);
        assertThat(late.isMended()).isFalse();
        hall.run(100);
        assertThat(hall.since(hall.minute() - 100)).noneMatch(HallUnderTest.Said::isMended);
    }

    @Test
    void fitsIntoFourKibibytesAtAnyAge() {
        HallUnderTest hall = new HallUnderTest(10, 6).run(8 * DAY, this::broken);
        for (int sensor = 0; sensor < 10; sensor++) {
            assertThat(hall.bytes(sensor)).hasSizeLessThanOrEqualTo(4 * 1024);
        }
    }

    @Test
    void refusesAnotherVersion() {
        byte[] bytes = new HallUnderTest(2, 7).bytes(0);
        bytes[0] = 9;
        assertThatThrownBy(() -> new HallUnderTest(2, 7).group().read(0, new ByteReader(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sensor's track must be of version 1, was 9");
    }

    @Test
    void allocatesNothingInTheSteadyState() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SensorGroup group = new SensorGroup();
        for (int i = 0; i < 8; i++) {
            group.add(SensorProfile.unknown("hall-" + i));
        }
        Healed healed = new Healed();
        pass(group, healed, 0, 200_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        pass(group, healed, 200_000, 400_000);
        // the JIT and the measurement itself may take a little; one object a reading would be 3.2 MB and more
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000);
    }

    private static void pass(SensorGroup group, Healed healed, int from, int to) {
        for (int i = from; i < to; i++) {
            double noise = (i * 7_919L % 1_000) / 5_000.0;
            double jump = i % 5_000 == 17 ? 10 : 0;
            group.take(
                    i % 8,
                    HallUnderTest.BASE_MILLIS + i / 8 * HallUnderTest.MINUTE_MILLIS,
                    20 + noise + jump,
                    healed,
                    (sensor, fill) -> {});
        }
    }
}
