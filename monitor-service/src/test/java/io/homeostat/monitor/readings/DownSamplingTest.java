package io.homeostat.monitor.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DownSamplingTest {

    private final List<ChartPoint> thousand = IntStream.range(0, 1_000)
            .mapToObj(i -> ChartPoint.of(i * 1_000L, i == 501 ? 99 : i % 10))
            .toList();

    @Test
    void leavesFewPointsAsTheyAre() {
        assertThat(DownSampling.fit(thousand, 1_000)).isEqualTo(thousand);
    }

    @Test
    void keepsExtremesAndTheLastValueOfEachStretch() {
        List<ChartPoint> fitted = DownSampling.fit(thousand, 100);

        assertThat(fitted).hasSize(100);
        assertThat(fitted.get(50)).isEqualTo(new ChartPoint(Instant.ofEpochSecond(500), 0, 99, 9));
    }

    @Test
    void cutsWithoutTheEnd() {
        assertThat(DownSampling.between(thousand, Instant.ofEpochSecond(10), Instant.ofEpochSecond(12)))
                .extracting(ChartPoint::last)
                .containsExactly(0.0, 1.0);
    }
}
