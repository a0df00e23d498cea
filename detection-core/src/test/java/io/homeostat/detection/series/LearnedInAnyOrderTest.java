package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.detection.series.Oracle.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is learned depends on the order of arrival as little as what is judged by limits. */
class LearnedInAnyOrderTest {

    private static final RuleSet RULES = Rules.set(
            Rules.when("baseline", Map.of("falseAlarms", "1 per PT1H")),
            Rules.when("forecast", Map.of("above", 30, "within", "PT5M")).id("forecast"));

    @Test
    void tellsTheSameWhateverTheOrderOfArrivalAndWhereverItDies() {
        int alerts = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Sample> samples = samples(random);
            List<History.Alert> expected =
                    History.of(Arrivals.run(RULES, Arrivals.inOrder(samples), null, null).events);
            alerts += expected.size();
            List<Sample> order = Arrivals.arrivals(samples, random);
            assertThat(History.of(Arrivals.run(RULES, order, random, null).events))
                    .as("seed %s, shuffled", seed)
                    .isEqualTo(expected);
            assertThat(History.of(Arrivals.run(RULES, order, random, new Random(seed + 1)).events))
                    .as("seed %s, dying", seed)
                    .isEqualTo(expected);
        }
        assertThat(alerts).as("alerts in all").isGreaterThan(20);
    }

    private static List<Sample> samples(Random random) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double value = 22 + random.nextGaussian() + (i > 300 && i < 310 ? 12 : 0);
            samples.add(new Sample(SeriesUnderTest.BASE_MILLIS + 1000L * i, value, i % 2, i));
        }
        return samples;
    }
}
