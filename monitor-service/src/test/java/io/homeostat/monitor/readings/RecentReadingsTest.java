package io.homeostat.monitor.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentReadingsTest {

    private static final long START = Instant.parse("2026-11-24T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;

    private final RecentReadings readings = new RecentReadings(2);

    @Test
    void keepsTheNewestReadingsAsTheyCame() {
        record("a", 0, 21.5);
        record("a", 1_000, 22.5);

        assertThat(points("a")).extracting(ChartPoint::last).contains(21.5, 22.5);
        assertThat(readings.newest("temperature", "a")).contains(ChartPoint.of(START + 1_000, 22.5));
    }

    @Test
    void showsEachReadingOnceAtItsOwnTime() {
        record("a", 79, 45);
        assertThat(points("a")).containsExactly(ChartPoint.of(START + 79, 45));

        record("a", 1_079, 46);
        assertThat(points("a")).hasSize(2);
    }

    @Test
    void sortsReadingsThatCameOutOfOrder() {
        record("a", 2_000, 3);
        record("a", 0, 1);
        record("a", 1_000, 2);

        assertThat(points("a")).extracting(ChartPoint::last).containsExactly(1.0, 2.0, 3.0);
        assertThat(readings.newest("temperature", "a").orElseThrow().last()).isEqualTo(3.0);
    }

    @Test
    void keepsAReadingOnceThatComesTwice() {
        record("a", 0, 1);
        record("a", 1_000, 2);
        record("a", 0, 1);
        record("a", 1_000, 2);
        record("a", 1_000, 3);

        assertThat(points("a")).extracting(ChartPoint::last).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void showsTheSameWhetherThePastComesBeforeOrAfterThePresent() {
        LongStream.range(0, 1_000).forEach(i -> record("a", i * 1_000, i));
        LongStream.range(700, 1_000).forEach(i -> record("b", i * 1_000, i));
        LongStream.range(0, 900).forEach(i -> record("b", i * 1_000, i));

        assertThat(newest("b", 224)).isEqualTo(newest("a", 224));
        assertThat(points("b")).extracting(ChartPoint::time).doesNotHaveDuplicates();
        assertThat(points("b").get(0).time()).isEqualTo(at(0));
    }

    @Test
    void aReadingThatComesVeryLateHidesNothingBetween() {
        LongStream.range(0, 1_000).forEach(i -> record("a", i * 1_000, i));
        record("a", -500_000, 77);

        assertThat(points("a")).anyMatch(point -> point.max() == 77);
        assertThat(points("a"))
                .filteredOn(point -> point.time().isBefore(at(700_000)))
                .hasSizeGreaterThan(80);
    }

    @Test
    void coversTheWholeLifeInBoundedSpaceAndLosesNoExtreme() {
        LongStream.range(0, 100_000).forEach(i -> record("a", i * 1_000, i == 777 ? 99 : i == 778 ? -99 : 20));

        List<ChartPoint> points = points("a");

        assertThat(points).hasSizeLessThanOrEqualTo(RawTier.CAPACITY + BucketTier.CAPACITY);
        assertThat(points.get(0).time()).isBetween(at(-600_000), at(0));
        assertThat(points.stream().mapToDouble(ChartPoint::max).max()).hasValue(99);
        assertThat(points.stream().mapToDouble(ChartPoint::min).min()).hasValue(-99);
    }

    @Test
    void holdsReadingsOfYearsInAReplay() {
        LongStream.range(0, 1_461).forEach(day -> record("a", day * DAY, day));

        assertThat(points("a")).extracting(ChartPoint::time).isSorted();
        assertThat(points("a").get(0).time()).isBefore(at(16 * DAY));
    }

    @Test
    void leavesOutAReadingMoreThanAYearOldSoThatAWrongClockCostsNoResolution() {
        record("a", 0, 1);
        readings.record("temperature", "a", 0, 55);
        record("a", 1_000, 2);

        assertThat(points("a")).extracting(ChartPoint::last).containsExactly(1.0, 2.0);
    }

    @Test
    void beginsAnewAfterAJumpOfMoreThanAYear() {
        readings.record("temperature", "a", 0, 55);
        record("a", 0, 1);

        assertThat(points("a")).extracting(ChartPoint::last).containsExactly(1.0);
    }

    @Test
    void givesNoChartToSeriesOverTheBound() {
        record("a", 0, 1);
        record("b", 0, 1);
        record("c", 0, 1);
        record("a", 1_000, 2);

        assertThat(readings.isFull()).isTrue();
        assertThat(readings.of("temperature", "c")).isEmpty();
        assertThat(points("a")).hasSize(2);
    }

    private void record(String sensor, long offsetMillis, double value) {
        readings.record("temperature", sensor, START + offsetMillis, value);
    }

    private List<ChartPoint> points(String sensor) {
        return readings.of("temperature", sensor).orElseThrow();
    }

    private List<ChartPoint> newest(String sensor, int count) {
        List<ChartPoint> points = points(sensor);
        return points.subList(points.size() - count, points.size());
    }

    private static Instant at(long offsetMillis) {
        return Instant.ofEpochMilli(START + offsetMillis);
    }
}
