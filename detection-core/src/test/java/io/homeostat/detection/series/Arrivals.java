package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.series.Oracle.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes readings and orders in which they arrive, and has a series read them. */
final class Arrivals {

    private static final long LATENESS = SeriesUnderTest.LATENESS_MILLIS;

    private Arrivals() {}

    /** Reads them all, then lets every timer end; {@code null} if more was in flight than the bounds allow. */
    static @Nullable SeriesUnderTest run(
            RuleSet rules, List<Sample> arrivals, @Nullable Random wall, @Nullable Random crashes) {
        SeriesUnderTest series = new SeriesUnderTest(rules);
        long nowMillis = SeriesUnderTest.BASE_MILLIS;
        long newestMillis = Long.MIN_VALUE;
        List<Sample> read = new ArrayList<>();
        for (Sample sample : arrivals) {
            nowMillis += wall == null ? 0 : wall.nextInt(3000);
            int eventsBefore = series.events.size();
            if (wall != null && wall.nextInt(3) == 0) {
                series.wallAtMillis(nowMillis + wall.nextInt(500));
            }
            Arrival arrival =
                    series.read(sample.timeMillis(), sample.value(), sample.partition(), sample.offset(), nowMillis);
            read.add(sample);
            newestMillis = Math.max(newestMillis, sample.timeMillis());
            long oldestMillis = newestMillis - LATENESS;
            long within = read.stream()
                    .filter(one -> one.timeMillis() >= oldestMillis)
                    .count();
            if (series.state.held.size() < within) {
                return null;
            }
            assertThat(arrival).isNotEqualTo(Arrival.TOO_LATE);
            if (series.events.size() > eventsBefore) {
                assertThat(History.open(series.events).values())
                        .as("open at once")
                        .allMatch(open -> open <= 1);
            }
            if (crashes != null && crashes.nextInt(4) == 0) {
                series.crash();
            } else if (crashes != null && crashes.nextBoolean()) {
                series.commit();
            }
        }
        series.wallAtMillis(nowMillis + 1_000_000_000L);
        History.check(series.events);
        return series;
    }

    static List<Sample> samples(Random random, double[] values, long[] steps) {
        int count = 1 + random.nextInt(40);
        int partitions = 1 + random.nextInt(3);
        List<Long> offsets = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            offsets.add(i);
        }
        Collections.shuffle(offsets, random);
        List<Sample> samples = new ArrayList<>();
        long timeMillis = SeriesUnderTest.BASE_MILLIS;
        double value = 25;
        for (int i = 0; i < count; i++) {
            timeMillis += steps[random.nextInt(steps.length)];
            if (random.nextInt(3) > 0) {
                value = values[random.nextInt(values.length)];
            }
            samples.add(new Sample(timeMillis, value, random.nextInt(partitions), offsets.get(i)));
        }
        return samples;
    }

    static List<Sample> inOrder(List<Sample> samples) {
        List<Sample> order = new ArrayList<>(samples);
        order.sort(Comparator.comparingLong(Sample::timeMillis)
                .thenComparingInt(Sample::partition)
                .thenComparingLong(Sample::offset));
        return order;
    }

    /** Each reading is held up by up to the allowed lateness, so that none comes too late. */
    static List<Sample> arrivals(List<Sample> samples, Random random) {
        Map<Sample, Long> arrivesAt = new HashMap<>();
        for (Sample sample : samples) {
            long delayMillis = random.nextBoolean() ? random.nextInt((int) LATENESS + 1) : random.nextInt(50);
            arrivesAt.put(sample, sample.timeMillis() + delayMillis);
        }
        List<Sample> order = new ArrayList<>(samples);
        order.sort(Comparator.comparingLong(arrivesAt::get));
        return order;
    }
}
