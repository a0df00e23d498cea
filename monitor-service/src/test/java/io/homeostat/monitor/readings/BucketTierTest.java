package io.homeostat.monitor.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketTierTest {

    private final BucketTier tier = new BucketTier();

    @Test
    void joinsReadingsOfOneSecond() {
        tier.add(10_000, 5);
        tier.add(10_900, 7);
        tier.add(10_400, 3);

        assertThat(all()).singleElement().satisfies(point -> {
            assertThat(point.min()).isEqualTo(3);
            assertThat(point.max()).isEqualTo(7);
            assertThat(point.last()).isEqualTo(7);
        });
    }

    @Test
    void showsAGapAsAGap() {
        tier.add(0, 1);
        tier.add(100_000, 2);

        assertThat(all()).hasSize(2);
    }

    @Test
    void takesAnOlderReadingInFront() {
        tier.add(100_000, 2);
        tier.add(90_000, 1);

        assertThat(all()).extracting(ChartPoint::last).containsExactly(1.0, 2.0);
    }

    @Test
    void agreesWithAPlainCountOfExtremesWhateverTheOrder() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            tier.clear();
            double min = Double.MAX_VALUE;
            double max = -Double.MAX_VALUE;
            for (int i = 0; i < 2_000; i++) {
                double value = random.nextGaussian();
                min = Math.min(min, value);
                max = Math.max(max, value);
                tier.add(random.nextLong(1L << random.nextInt(10, 34)), value);
            }
            assertThat(all())
                    .hasSizeLessThanOrEqualTo(BucketTier.CAPACITY)
                    .extracting(ChartPoint::time)
                    .isSorted();
            assertThat(all().stream().mapToDouble(ChartPoint::min).min()).hasValue(min);
            assertThat(all().stream().mapToDouble(ChartPoint::max).max()).hasValue(max);
        }
    }

    private List<ChartPoint> all() {
        List<ChartPoint> points = new ArrayList<>();
        tier.copyTo(points, Long.MAX_VALUE);
        return points;
    }
}
