package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesStateSizeTest {

    private static final long FAR_OFFSET = 900_000_000_000L;

    @Test
    void fitsIntoFourKibibytesWithAsManyReadingsAndAlertsAsThereCanBe() {
        SeriesUnderTest series = flapping(Rules.set(Rules.above30()));
        assertThat(series.state.held.size()).isGreaterThan(5);
        assertThat(total(series)).isLessThanOrEqualTo(4096);

        SeriesUnderTest full = new SeriesUnderTest(Rules.set(Rules.above30()));
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            full.read(time(70L * i), random.nextDouble(), random.nextInt(4), FAR_OFFSET + random.nextInt(), time(0));
        }
        full.commit();
        assertThat(full.state.held.size()).isEqualTo(128);
        assertThat(total(full)).isLessThanOrEqualTo(4096);
    }

    @Test
    void costsAtMost256BytesForAThresholdRule() {
        int without = head(flapping(Rules.set()));
        SeriesUnderTest with = flapping(Rules.set(Rules.above30().id("threshold-on-a-boiler-in-plant-7")));
        assertThat(with.state.hasOpenAlert()).isTrue();
        assertThat(head(with) - without).isLessThanOrEqualTo(256);
    }

    @Test
    void writesOneSmallPageForAReadingInOrder() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(Rules.above30()));
        int most = 0;
        for (int i = 0; i < 500; i++) {
            series.read(time(1000L * i), 20 + i % 7, 0, FAR_OFFSET + i, time(0));
            series.commit();
            most = Math.max(most, series.bytesWritten);
        }
        assertThat(most).isLessThan(400);
    }

    private static SeriesUnderTest flapping(RuleSet rules) {
        SeriesUnderTest series = new SeriesUnderTest(rules);
        for (int i = 0; i < 41; i++) {
            series.read(time(997L * i), i % 2 == 0 ? 31.123456789 : 25, i % 4, FAR_OFFSET + 1_000_003L * i, time(0));
        }
        series.commit();
        return series;
    }

    private static long time(long millis) {
        return SeriesUnderTest.BASE_MILLIS + millis;
    }

    private static int head(SeriesUnderTest series) {
        return series.changelog[0].length;
    }

    private static int total(SeriesUnderTest series) {
        int total = 0;
        for (byte[] page : series.changelog) {
            total += page == null ? 0 : page.length;
        }
        return total;
    }
}
