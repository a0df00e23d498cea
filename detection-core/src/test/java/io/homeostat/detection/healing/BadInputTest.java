package io.homeostat.detection.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BadInputTest {

    private static final int DAYS = 3 * 1440;

    @Test
    void onlySuspectsAnOffsetThatNobodyCanConfirm() {
        HallUnderTest hall = new HallUnderTest(1, 1).run(DAYS).run(60, (minute, value) -> value + 3);
        assertThat(hall.since(DAYS).stream()
                        .filter(HallUnderTest.Said::isMended)
                        .count())
                .isLessThanOrEqualTo(1);
        assertThat(hall.since(DAYS + 2).get(0).flag()).isEqualTo(3);
    }

    @Test
    void mendsASpikeOfASensorAlone() {
        HallUnderTest hall = new HallUnderTest(1, 2).run(DAYS).run(1, (minute, value) -> value + 5);
        assertThat(hall.since(DAYS).get(0).value()).isCloseTo(hall.truth(0, DAYS), within(0.4));
    }

    @Test
    void changesNothingWhenSiblingsFailTogether() {
        HallUnderTest hall =
                new HallUnderTest(2, 3).event(minute -> minute < DAYS ? 0 : 4).run(DAYS + 100);
        assertThat(hall.since(DAYS + 3)).noneMatch(HallUnderTest.Said::isMended);
    }

    @Test
    void isNotLedByAFirstReadingThatIsTheFault() {
        HallUnderTest hall =
                new HallUnderTest(1, 4).run(1, (minute, value) -> 80).run(600);
        assertThat(hall.since(1)).noneMatch(HallUnderTest.Said::isMended);
        hall.run(1, (minute, value) -> value + 5);
        assertThat(hall.since(601).get(0).kind()).isEqualTo(FaultKind.SPIKE);
    }

    @Test
    void hasNoValueToTrustIfTheVeryFirstCannotBe() {
        HallUnderTest hall = new HallUnderTest(1, 5);
        HallUnderTest.Said first = hall.take(0, HallUnderTest.BASE_MILLIS, -999);
        assertThat(first.value()).isNaN();
        assertThat(first.flag()).isEqualTo(4);
    }

    @Test
    void takesANewIntervalAfterAFewGapsOfItsLength() {
        HallUnderTest hall = new HallUnderTest(5, 6).run(DAYS);
        hall.run(300, (minute, value) -> minute % 5 == 0 ? value : Double.POSITIVE_INFINITY);
        assertThat(hall.filled()).hasSizeBetween(1, 25);
        assertThat(hall.since(DAYS)).noneMatch(HallUnderTest.Said::isMended);
    }

    @Test
    void learnsAnIntervalThatNobodyTold() {
        SensorGroup group = new SensorGroup();
        for (int i = 0; i < 4; i++) {
            group.add(SensorProfile.unknown("hall-" + i));
        }
        Random random = new Random(10);
        Healed healed = new Healed();
        int flagged = 0;
        for (int i = 0; i < 4_000; i++) {
            long time = HallUnderTest.BASE_MILLIS + i / 4 * 300_000L;
            group.take(i % 4, time, 20 + 0.1 * random.nextGaussian(), healed, (sensor, fill) -> {});
            flagged += healed.flag().code() == 1 ? 0 : 1;
        }
        assertThat(flagged).isZero();
    }

    @Test
    void usesASiblingInAnotherUnit() {
        SensorGroup group = new SensorGroup();
        for (int i = 0; i < 3; i++) {
            group.add(SensorProfile.unknown("hall-" + i));
        }
        Random random = new Random(8);
        Healed healed = new Healed();
        double worst = 0;
        for (int minute = 0; minute < 2 * DAYS; minute++) {
            double truth = 20 + 4 * Math.sin(2 * Math.PI * minute / 1440.0);
            long time = HallUnderTest.BASE_MILLIS + minute * HallUnderTest.MINUTE_MILLIS;
            group.take(1, time, 1.8 * truth + 32 + 0.1 * random.nextGaussian(), healed, (sensor, fill) -> {});
            group.take(2, time, 1.8 * truth + 33 + 0.1 * random.nextGaussian(), healed, (sensor, fill) -> {});
            boolean spike = minute > DAYS && minute % 200 == 7;
            double raw = truth + 0.1 * random.nextGaussian() + (spike ? 9 : 0);
            group.take(0, time, raw, healed, (sensor, fill) -> {});
            if (spike) {
                worst = Math.max(worst, Math.abs(healed.value() - truth));
            }
        }
        assertThat(worst).isLessThan(0.5);
    }

    @Test
    void doesBoundedWorkForTenThousandSensorsInOneGroup() {
        SensorGroup group = new SensorGroup();
        int sensors = 10_000;
        for (int i = 0; i < sensors; i++) {
            group.add(SensorProfile.unknown("hall-" + i));
        }
        Random random = new Random(9);
        Healed healed = new Healed();
        int mended = 0;
        for (int minute = 0; minute < 100; minute++) {
            for (int i = 0; i < sensors; i++) {
                boolean spike = minute == 99 && i % 100 == 0;
                double raw = 20 + 0.1 * random.nextGaussian() + (spike ? 5 : 0);
                long time = HallUnderTest.BASE_MILLIS + minute * HallUnderTest.MINUTE_MILLIS;
                group.take(i, time, raw, healed, (sensor, fill) -> {});
                mended += healed.kind() == FaultKind.SPIKE ? 1 : 0;
            }
        }
        // all of the last minute's hundred, and hardly any of the million others: far less than a second a minute
        assertThat(mended).isBetween(100, 110);
    }
}
