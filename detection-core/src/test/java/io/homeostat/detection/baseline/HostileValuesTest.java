package io.homeostat.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileValuesTest {

    private static final int LENGTH = 8000;
    private static final double[] VALUES = Series.daily(21, LENGTH);

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void learnsNothingFromWhatIsNoNumber(double hostile) {
        Baseline disturbed = new Baseline();
        Baseline calm = new Baseline();
        for (int i = 0; i < LENGTH; i++) {
            if (i % 3 == 0) {
                assertThat(disturbed.take(Series.time(i), hostile)).isZero();
            }
            assertThat(disturbed.take(Series.time(i), VALUES[i])).isEqualTo(calm.take(Series.time(i), VALUES[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, -1e300, Double.MAX_VALUE, 1e9})
    void stillFindsASpikeAfterAnAbsurdValue(double absurd) {
        Baseline baseline = new Baseline();
        Series.scores(baseline, VALUES, 0, 4000);
        assertThat(baseline.take(Series.time(4000), absurd)).isGreaterThan(0.999);
        Series.scores(baseline, VALUES, 4001, LENGTH);
        assertThat(baseline.take(Series.time(LENGTH), 100)).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 42, -1e300, Double.MIN_VALUE})
    void seesAChangeAfterAMillionEqualValues(double constant) {
        Baseline baseline = new Baseline();
        double highest = 0;
        for (int i = 0; i < 1_000_000; i++) {
            highest = Math.max(highest, baseline.take(Series.time(i), constant));
        }
        assertThat(highest).isZero();
        assertThat(baseline.take(Series.time(1_000_000), constant + 1 + Math.abs(constant)))
                .isGreaterThan(0.999);
    }

    @Test
    void comesToNoHarmWhateverFollowsWhatever() {
        double[] hostile = {
            0, -0.0, 1e300, -1e300, Double.MIN_VALUE, 1e-300, Double.NaN, 1, Double.POSITIVE_INFINITY, 1e16
        };
        Baseline baseline = new Baseline();
        long state = 7;
        for (int i = 0; i < 200_000; i++) {
            state = state * 6_364_136_223_846_793_005L + 1;
            double score =
                    baseline.take(state >> 8, hostile[(int) Long.remainderUnsigned(state >>> 33, hostile.length)]);
            assertThat(score).isBetween(0.0, 1.0);
        }
    }
}
