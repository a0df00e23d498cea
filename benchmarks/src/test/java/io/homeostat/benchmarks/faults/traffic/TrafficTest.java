package io.homeostat.benchmarks.faults.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficTest {

    @Test
    void makesEveryFiftiethReadingABreach() {
        assertThat(LongStream.range(0, 100_000).filter(Traffic::isBreach).count())
                .isEqualTo(2_000);
    }

    @Test
    void letsEachSensorComeDownAfterABreach() {
        assertThat(LongStream.range(0, 100_000)
                        .filter(index -> Traffic.isBreach(index) && Traffic.isBreach(index + Traffic.SENSORS)))
                .isEmpty();
    }
}
