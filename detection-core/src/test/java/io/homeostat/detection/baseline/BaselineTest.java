package io.homeostat.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final int DAYS_5 = 5 * 24 * 60;

    @Test
    void doesNotLookAhead() {
        double[] values = Series.daily(1, 4000);
        double[] all = Series.scores(new Baseline(), values);
        double[] cut = Series.scores(new Baseline(), Arrays.copyOf(values, 2400));
        assertThat(Arrays.copyOf(all, 2400)).containsExactly(cut);
        assertThat(Arrays.stream(all)).anyMatch(score -> score > 0);
    }

    @Test
    void scoresWithinZeroAndOne() {
        double[] values = Series.daily(2, 4000);
        values[3000] = 1000;
        assertThat(Arrays.stream(Series.scores(new Baseline(), values))).allMatch(score -> score >= 0 && score <= 1);
    }

    @Test
    void findsASpikeAtOnceAndSaysWhy() {
        double[] values = Series.daily(3, DAYS_5);
        Baseline baseline = new Baseline();
        Series.scores(baseline, values);
        assertThat(baseline.take(Series.time(DAYS_5), 50)).isGreaterThan(0.999);
        assertThat(baseline.novelty()).isIn(Novelty.HIGHEST, Novelty.ABOVE_FORECAST);
        assertThat(baseline.expectedHigh()).isLessThan(50);
    }

    @Test
    void findsAStuckSensor() {
        Baseline baseline = new Baseline();
        Series.scores(baseline, Series.daily(4, DAYS_5));
        double highest = 0;
        for (int i = 0; i < 180; i++) {
            highest = Math.max(highest, baseline.take(Series.time(DAYS_5 + i), 20));
        }
        assertThat(highest).isGreaterThan(Baseline.threshold(Duration.ofDays(7), Duration.ofMinutes(1)));
    }

    @Test
    void isQuietAfterASurprise() {
        Baseline baseline = new Baseline();
        Series.scores(baseline, Series.daily(5, DAYS_5));
        assertThat(baseline.take(Series.time(DAYS_5), 50)).isGreaterThan(0.999);
        assertThat(baseline.take(Series.time(DAYS_5 + 1), 50)).isZero();
    }

    @Test
    void expectsMostReadingsOfAQuietSeriesWithinItsBand() {
        double[] values = Series.daily(6, DAYS_5);
        Baseline baseline = new Baseline();
        int inside = 0;
        for (int i = 0; i < values.length; i++) {
            baseline.take(Series.time(i), values[i]);
            if (values[i] >= baseline.expectedLow() && values[i] <= baseline.expectedHigh()) {
                inside++;
            }
        }
        assertThat(inside / (double) values.length).isGreaterThan(0.98);
        assertThat(baseline.expectedHigh() - baseline.expectedLow()).isBetween(4.0, 10.0);
    }

    @Test
    void seesAShiftAgainstTheHourOfTheDayThatTheWholeRangeHides() {
        double[] values = Series.daily(7, 10 * 24 * 60);
        int begin = 9 * 24 * 60 + 18 * 60;
        Baseline baseline = new Baseline();
        Series.scores(baseline, values, 0, begin);
        double highest = 0;
        for (int i = begin; i < begin + 180; i++) {
            highest = Math.max(highest, baseline.take(Series.time(i), values[i] + 5));
        }
        assertThat(highest).isGreaterThan(Baseline.threshold(Duration.ofDays(7), Duration.ofMinutes(1)));
    }

    @Test
    void turnsARateIntoAThreshold() {
        assertThat(Baseline.threshold(Duration.ofDays(7), Duration.ofMinutes(1)))
                .isEqualTo(1 - 1 / 10_080.0);
        assertThat(Baseline.threshold(Duration.ofMinutes(1), Duration.ofDays(7)))
                .isZero();
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThatThrownBy(() -> new Baseline(8, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the physical range must be finite, its lowest below its highest, was 8.0..2.0");
    }
}
