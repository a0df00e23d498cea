package io.homeostat.detection.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.correction.QualityFlag;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases of the reference implementation, ioos_qc (tests/test_qartod.py), in its flags. */
class ReferenceCasesTest {

    private static final double NONE = Double.NaN;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void flagsWhatLiesOutsideOfTheGrossRange() {
        assertThat(flags(new GrossRange(new Span(10, 50), new Span(20, 40)), QUARTER, NONE, 10, 15, 20, 40, NONE, 51))
                .containsExactly(9, 3, 3, 1, 1, 9, 4);
    }

    @Test
    void refusesASuspectSpanOutsideOfTheFailSpan() {
        assertThatThrownBy(() -> new GrossRange(new Span(10, 50), new Span(5, 40)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the suspect span must lie within the fail span");
    }

    @ParameterizedTest
    @EnumSource(Climatology.Period.class)
    void knowsThePartOfTheYear(Climatology.Period period) {
        int last = switch (period) {
            case MONTH -> 3;
            case WEEK_OF_YEAR -> 12;
            case DAY_OF_YEAR -> 90;
            case QUARTER -> 1;
        };
        Climatology climatology =
                new Climatology(List.of(new Climatology.Part(period, 0, last, new Span(10, 20), null)));
        assertThat(climatology.test(day("2011-02-02"), 9).code()).isEqualTo(3);
        assertThat(climatology.test(day("2013-02-03"), 11).code()).isEqualTo(1);
        assertThat(climatology.test(day("2011-04-01"), 21).code()).isEqualTo(2);
        assertThat(climatology.test(day("2011-12-31"), 21).code()).isEqualTo(2);
        assertThat(climatology.test(day("2020-02-29"), 15).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"49,3", "50,1", "60,1", "61,3", "30,4", "40,3", "70,3", "71,4"})
    void countsBothEndsOfAClimatologysSpans(double value, int flag) {
        Climatology climatology = new Climatology(
                List.of(new Climatology.Part(Climatology.Period.MONTH, 1, 1, new Span(50, 60), new Span(40, 70))));
        assertThat(climatology.test(day("2020-01-01"), value).code()).isEqualTo(flag);
    }

    @Test
    void findsSpikesOfOneReading() {
        assertThat(spikes(25, 50, 10, 12, 999.99, 13, 15, 40, 9, 9)).containsExactly(2, 4, 4, 4, 1, 3, 1, 2);
        assertThat(spikes(25, 50, -10, -12, -999.99, -13, -15, -40, -9, -9)).containsExactly(2, 4, 4, 4, 1, 3, 1, 2);
        assertThat(spikes(25, 50, -100, -99, -99, -98)).containsExactly(2, 1, 1, 2);
    }

    @Test
    void comparesWithOneNeighbourWhereTheOtherIsMissing() {
        assertThat(spikes(25, 50, 10, 12, 999.99, 13, 15, 40, 9, 9, NONE, 10, 10, 999.99, 10, NONE))
                .containsExactly(2, 4, 4, 4, 1, 3, 1, 1, 9, 9, 4, 4, 4, 9);
    }

    @Test
    void findsASpikeInTheReferencesRealData() {
        double[] data = {
            -0.189, -0.0792, -0.0122, 0.0457, 0.0671, 0.0213, -0.0488, -0.1463, -0.2438, -0.3261, -0.3871, -0.4054,
            -0.3932, -0.3383, -0.2804, -0.2347, -0.2134, -0.2347, -0.2926, -0.3597, -0.442, -0.509, 0, -0.5944, -0.57,
            -0.4267, -0.2926, -0.1585, -0.0945, -0.0762
        };
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < data.length; i++) {
            expected.add(i == 0 || i == data.length - 1 ? 2 : i == 22 ? 3 : 1);
        }
        assertThat(spikes(0.5, 1, data)).isEqualTo(expected);
    }

    @Test
    void suspectsAChangeThatIsTooFast() {
        double most = 5.0 / 15 / 60;
        assertThat(flags(
                        new RateOfChange(most),
                        QUARTER,
                        2,
                        10,
                        2.1,
                        3,
                        4,
                        5,
                        7,
                        10,
                        0,
                        2,
                        2.2,
                        2,
                        1,
                        2,
                        3,
                        90,
                        91,
                        92,
                        93,
                        1,
                        2,
                        3,
                        4,
                        5))
                .containsExactly(1, 3, 3, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 1, 1);
        assertThat(flags(new RateOfChange(most), QUARTER, 2, 10, 2, 3, NONE, NONE, 7, 10))
                .containsExactly(1, 3, 3, 1, 9, 9, 1, 1);
        assertThat(flags(new RateOfChange(most), QUARTER, -2, -10, -2, -3)).containsExactly(1, 3, 3, 1);
    }

    @Test
    void findsAFlatLine() {
        assertThat(flags(flatLine(), QUARTER, 1, 2, 2.0001, 2, 2.0001, 2, 2.0001, 2, 4, 5, 3, 3.0001, 3.0005, 3.00001))
                .containsExactly(1, 1, 1, 1, 3, 3, 4, 4, 1, 1, 1, 1, 1, 3);
        assertThat(flags(flatLine(), QUARTER, 2, 2.0001, 2, 2.0001, 2, 2.0001, 2, 4, 5, 3, 3.0001, 3.0005, 3.00001))
                .containsExactly(1, 1, 1, 3, 3, 4, 4, 1, 1, 1, 1, 1, 3);
    }

    @Test
    void passesOverGapsInAFlatLine() {
        assertThat(flags(flatLine(), QUARTER, 1, NONE, NONE, 2, 2.0001, 2, 2.0001, 2, 4, NONE, 3, NONE, NONE, 3.00001))
                .containsExactly(1, 9, 9, 1, 3, 3, 4, 4, 1, 9, 1, 9, 9, 3);
    }

    @Test
    void findsAFlatLineInAShortSeriesAndBesideASpike() {
        Duration second = Duration.ofSeconds(1);
        assertThat(flags(
                        new FlatLine(Duration.ofSeconds(3), Duration.ofSeconds(5), second, 0.1),
                        second,
                        5,
                        5,
                        5,
                        5,
                        5,
                        5))
                .containsExactly(1, 1, 1, 3, 3, 4);
        assertThat(flags(
                        new FlatLine(Duration.ofSeconds(3), Duration.ofSeconds(6), second, 4),
                        second,
                        1,
                        1,
                        1,
                        1,
                        1,
                        6,
                        5,
                        4,
                        3,
                        2))
                .containsExactly(1, 1, 1, 3, 3, 1, 1, 1, 3, 3);
    }

    @Test
    void findsAnAttenuatedSignalInATimeWindow() {
        Duration day = Duration.ofDays(1);
        Duration two = Duration.ofDays(2);
        AttenuatedSignal.Measure range = AttenuatedSignal.Measure.RANGE;
        assertThat(flags(new AttenuatedSignal(100, 10, range, two, day, 0), day, 1, 2, 3, 100, 1000))
                .containsExactly(4, 4, 4, 3, 1);
        assertThat(flags(new AttenuatedSignal(100, 10, range, two, day, 2), day, 1, 2, 3, 100, 1000))
                .containsExactly(2, 4, 4, 3, 1);
        assertThat(flags(new AttenuatedSignal(100, 50, range, two, day, 2), day, 1, NONE, 10, 100, 1000))
                .containsExactly(2, 9, 2, 3, 1);
        assertThat(flags(
                        new AttenuatedSignal(150, 40, AttenuatedSignal.Measure.DEVIATION, two, day, 2),
                        day,
                        1,
                        NONE,
                        10,
                        100,
                        1000))
                .containsExactly(2, 9, 2, 3, 1);
    }

    @Test
    void joinsFlagsAsTheReferenceDoes() {
        int[][] tests = {{1, 1, 1, 9, 1, 1, 9, 9}, {2, 1, 1, 1, 1, 1, 9, 9}, {1, 3, 3, 4, 3, 1, 2, 9}};
        int[] expected = {1, 3, 3, 4, 3, 1, 2, 9};
        for (int i = 0; i < expected.length; i++) {
            int at = i;
            List<QualityFlag> flags =
                    Arrays.stream(tests).map(test -> QualityFlag.of(test[at])).toList();
            assertThat(Flags.worst(flags).code()).isEqualTo(expected[i]);
        }
    }

    private static FlatLine flatLine() {
        return new FlatLine(Duration.ofSeconds(3000), Duration.ofSeconds(4800), QUARTER, 0.01);
    }

    private static List<Integer> spikes(double suspect, double fail, double... values) {
        SpikeTest test = new SpikeTest(suspect, fail);
        List<Integer> flags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            QualityFlag ofTheOneBefore = test.test(i, values[i]);
            if (i > 0) {
                flags.add(ofTheOneBefore.code());
            }
        }
        flags.add(test.endFlag().code());
        return flags;
    }

    private static List<Integer> flags(QualityTest test, Duration interval, double... values) {
        List<Integer> flags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            flags.add(test.test(interval.toMillis() * i, values[i]).code());
        }
        return flags;
    }

    private static long day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
