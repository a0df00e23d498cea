package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.detection.series.Oracle.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The central property: whatever the order of arrival within the allowed lateness, wherever timers ran and wherever
 * the service died, the history told is the one of the sorted readings. {@code -Dhomeostat.property.cases=10000} runs
 * the long form.
 */
class OrderOfArrivalTest {

    private static final int CASES = Integer.getInteger("homeostat.property.cases", 600);
    private static final double[] VALUES = {25, 28.9, 29, 29.5, 30, 30.1, 31, 35, 40};
    private static final long[] STEPS = {0, 0, 1, 5, 400, 1000, 1000, 2000, 3000, 7000, 15_000};

    private static final List<Oracle> ORACLES = List.of(
            new Oracle("a-plain", 30, Math.nextUp(30.0), 0, 0),
            new Oracle("b-hysteresis", 30, 29, 0, 0),
            new Oracle("c-for", 30, 29, 3000, 0),
            new Oracle("d-clear-for", 30, 29, 0, 4000),
            new Oracle("e-both", 29.2, 29, 2000, 2500));

    private static final RuleSet RULES = Rules.set(
            Rules.above30().id("a-plain"),
            Rules.above30().id("b-hysteresis").clear("below", 29),
            Rules.above30().id("c-for").clear("below", 29).holdForSeconds(3),
            Rules.above30().id("d-clear-for").clear("below", 29).clearForSeconds(4),
            Rules.above30()
                    .id("e-both")
                    .limit(29.2)
                    .clear("below", 29)
                    .holdForSeconds(2)
                    .clearForSeconds(2.5));

    @Test
    void tellsTheHistoryOfTheSortedReadingsWhateverTheOrderOfArrival() {
        int compared = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Sample> samples = Arrivals.samples(random, VALUES, STEPS);
            SeriesUnderTest sorted = Arrivals.run(RULES, Arrivals.inOrder(samples), null, null);
            if (sorted != null) {
                compare(sorted, samples, seed);
            }
            SeriesUnderTest shuffled = Arrivals.run(RULES, Arrivals.arrivals(samples, random), random, null);
            if (shuffled != null) {
                compared++;
                compare(shuffled, samples, seed);
            }
        }
        assertThat(compared).as("cases within the bounds").isGreaterThan(CASES / 2);
    }

    @Test
    void tellsTheSameForAllPermutationsOfSixReadings() {
        for (int seed = 0; seed < Math.max(3, CASES / 100); seed++) {
            Random random = new Random(seed);
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                double value = VALUES[random.nextInt(VALUES.length)];
                samples.add(new Sample(
                        SeriesUnderTest.BASE_MILLIS + 1000L * random.nextInt(10), value, random.nextInt(2), i));
            }
            int permutation = 0;
            for (List<Sample> order : permutations(samples)) {
                SeriesUnderTest series = Arrivals.run(RULES, order, permutation++ % 2 == 0 ? random : null, null);
                assertThat(series).isNotNull();
                compare(series, samples, seed);
            }
        }
    }

    @Test
    void emitsTheSameEventsWhereverItDies() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Sample> order = Arrivals.arrivals(Arrivals.samples(random, VALUES, STEPS), random);
            SeriesUnderTest alive = Arrivals.run(RULES, order, new Random(seed), null);
            SeriesUnderTest dying = Arrivals.run(RULES, order, new Random(seed), new Random(seed + 1));
            if (alive == null || dying == null) {
                assertThat(alive).isSameAs(dying);
            } else {
                assertThat(dying.events).as("seed %s", seed).isEqualTo(alive.events);
            }
        }
    }

    private static List<History.Alert> expected(List<Sample> samples) {
        List<History.Alert> expected = new ArrayList<>();
        ORACLES.forEach(oracle -> expected.addAll(oracle.history(samples)));
        return History.inOrder(expected);
    }

    private static void compare(SeriesUnderTest series, List<Sample> samples, int seed) {
        List<History.Alert> expected = expected(samples);
        List<History.Alert> told = History.of(series.events);
        if (!told.equals(expected)) { // the description is costly
            assertThat(told).as("seed %s: %s", seed, series.story()).isEqualTo(expected);
        }
    }

    private static List<List<Sample>> permutations(List<Sample> samples) {
        if (samples.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Sample>> all = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            List<Sample> rest = new ArrayList<>(samples);
            Sample first = rest.remove(i);
            for (List<Sample> tail : permutations(rest)) {
                List<Sample> order = new ArrayList<>();
                order.add(first);
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
