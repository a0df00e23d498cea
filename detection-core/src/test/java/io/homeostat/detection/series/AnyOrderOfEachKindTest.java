package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.detection.series.Oracle.Sample;
import io.homeostat.model.alert.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each kind of rule: whatever the order of arrival within the allowed lateness, wherever time passed and wherever the
 * service died, the history told is the one that plain loops over the sorted readings find. {@code
 * -Dhomeostat.property.cases=10000} runs the long form.
 */
class AnyOrderOfEachKindTest {

    private static final int CASES = Integer.getInteger("homeostat.property.cases", 60);
    /** The cases, and two that went wrong once: a highest severity and a number were forgotten. */
    private static final int[] SEEDS = IntStream.concat(IntStream.range(0, CASES), IntStream.of(2028, 7512))
            .toArray();

    private static final double[] VALUES = {20, 25, 25, 25.02, 28.9, 29, 29.5, 30, 30.1, 31, 35, 40, 45};
    private static final long[] STEPS = {0, 1, 400, 1000, 1000, 1000, 2000, 3000, 7000, 15_000, 70_000};

    /** A rule and what is true of it. */
    record Kind(Rules rule, Function<List<Sample>, List<History.Alert>> oracle) {}

    static Stream<Named<Kind>> kinds() {
        Map<String, Object> levels = Map.of("above", Map.of("warning", 30, "critical", 40));
        Map<String, Object> mean = Map.of("aggregate", "mean", "size", "PT10S", "above", 29);
        Map<String, Object> sliding = Map.of("aggregate", "max", "size", "PT15S", "slide", "PT5S", "above", 30);
        Map<String, Object> stddev = Map.of("aggregate", "stddev", "size", "PT12S", "slide", "PT8S", "above", 4.03);
        Map<String, Object> count = Map.of("aggregate", "count", "size", "PT10S", "slide", "PT5S", "below", 2);
        Map<String, Object> session = Map.of("aggregate", "min", "session", "PT5S", "above", 26);
        Map<String, Object> flat = Map.of("tolerance", 4.5, "duration", "PT3S");
        Map<String, Object> above30 = Map.of("kind", "threshold", "above", 30);
        Map<String, Object> fast = Map.of("kind", "rate", "above", 300, "per", "PT1M");
        Map<String, Object> spike = Map.of("kind", "spike", "above", 5);
        Map<String, Object> silence = Map.of("kind", "missing", "duration", "PT3S");
        Map<String, Object> mean5 = Map.of("kind", "window", "aggregate", "mean", "size", "PT5S", "above", 29);
        return Stream.of(
                kind("levels", Rules.when("levels", levels), all -> Timeline.levels(all, Math.nextUp(30), 30, 40)),
                kind(
                        "levels with clear and times",
                        Rules.when("levels", levels)
                                .clear("below", 28)
                                .holdForSeconds(2)
                                .clearForSeconds(3),
                        all -> Timeline.levels(all, 28, 30, 40),
                        2000,
                        3000),
                kind(
                        "rate",
                        Rules.when("rate", Map.of("above", 300, "per", "PT1M")),
                        all -> Timeline.rate(all, 300, Double.POSITIVE_INFINITY, 60_000)),
                kind("spike", Rules.when("spike", Map.of("above", 5)), all -> Timeline.spike(all, 5)),
                kind(
                        "spike with for",
                        Rules.when("spike", Map.of("above", 5))
                                .holdForSeconds(1.5)
                                .clearForSeconds(2),
                        all -> Timeline.spike(all, 5),
                        1500,
                        2000),
                kind("missing", Rules.when("missing", Map.of("duration", "PT4S")), all -> Timeline.missing(all, 4000)),
                kind(
                        "missing with for",
                        Rules.when("missing", Map.of("duration", "PT2S")).holdForSeconds(3),
                        all -> Timeline.missing(all, 2000),
                        3000,
                        0),
                kind("flatline", Rules.when("flatline", flat), all -> Timeline.flatline(all, 4.5, 3000)),
                kind(
                        "tumbling mean",
                        Rules.when("window", mean).clear("below", 27),
                        all -> Timeline.window(
                                all, 10_000, 10_000, false, Timeline::mean, m -> Timeline.above(m, 29, 27))),
                kind(
                        "sliding max",
                        Rules.when("window", sliding).holdForSeconds(6),
                        all -> Timeline.window(all, 15_000, 5_000, false, Collections::max, m -> Timeline.above(m, 30)),
                        6000,
                        0),
                kind(
                        "sliding deviation",
                        Rules.when("window", stddev),
                        all -> Timeline.window(
                                all, 12_000, 8_000, false, Timeline::deviation, m -> Timeline.above(m, 4.03))),
                kind(
                        "sliding count",
                        Rules.when("window", count),
                        all -> Timeline.window(
                                all, 10_000, 5_000, true, List::size, m -> m < 2 ? Finding.BREACH : Finding.CLEAR)),
                kind(
                        "session",
                        Rules.when("window", session),
                        all -> Timeline.session(all, 5_000, Collections::min, m -> Timeline.above(m, 26))),
                kind(
                        "all of value and rate",
                        Rules.when("all", Map.of("conditions", List.of(above30, fast))),
                        all -> Timeline.together(
                                List.of(
                                        Timeline.values(all, one -> Timeline.above(one.value(), 30)),
                                        Timeline.rate(all, 300, Double.POSITIVE_INFINITY, 60_000)),
                                Timeline::all)),
                kind(
                        "any of spike and window",
                        Rules.when("any", Map.of("conditions", List.of(spike, mean5))),
                        all -> Timeline.beforeTheLast(
                                all,
                                Timeline.together(
                                        List.of(
                                                Timeline.spike(all, 5),
                                                Timeline.window(
                                                        all,
                                                        5000,
                                                        5000,
                                                        false,
                                                        Timeline::mean,
                                                        m -> Timeline.above(m, 29))),
                                        Timeline::any))),
                kind(
                        "neither missing nor high",
                        Rules.when(
                                "not",
                                Map.of("condition", Map.of("kind", "any", "conditions", List.of(silence, above30)))),
                        all -> Timeline.together(
                                List.of(Timeline.together(
                                        List.of(
                                                Timeline.missing(all, 3000),
                                                Timeline.values(all, one -> Timeline.above(one.value(), 30))),
                                        Timeline::any)),
                                Timeline::not)));
    }

    private static Named<Kind> kind(String name, Rules rule, Function<List<Sample>, List<Timeline.Point>> timeline) {
        return kind(name, rule, timeline, 0, 0);
    }

    private static Named<Kind> kind(
            String name,
            Rules rule,
            Function<List<Sample>, List<Timeline.Point>> timeline,
            long holdForMillis,
            long clearForMillis) {
        String id = rule.build().id();
        boolean levels = rule.build().when().kind().equals("levels");
        Severity[] severities = levels ? new Severity[] {Severity.WARNING, Severity.CRITICAL} : new Severity[0];
        return Named.of(
                name,
                new Kind(
                        rule,
                        sorted -> Timeline.alerts(
                                id, timeline.apply(sorted), holdForMillis, clearForMillis, severities)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsTheHistoryOfTheSortedReadingsWhateverTheOrderOfArrival(Kind kind) {
        RuleSet rules = Rules.set(kind.rule());
        int compared = 0;
        int alerts = 0;
        for (int seed : SEEDS) {
            Random random = new Random(seed);
            List<Sample> samples = Arrivals.samples(random, VALUES, STEPS);
            List<Sample> sorted = Arrivals.inOrder(samples);
            List<History.Alert> expected = History.inOrder(kind.oracle().apply(sorted));
            alerts += expected.size();
            compare(Arrivals.run(rules, sorted, null, null), expected, seed, "sorted");
            compare(Arrivals.run(rules, sorted, random, null), expected, seed, "while time passes");
            SeriesUnderTest shuffled = Arrivals.run(rules, Arrivals.arrivals(samples, random), random, null);
            compared += shuffled == null ? 0 : 1;
            compare(shuffled, expected, seed, "shuffled");
        }
        assertThat(compared).as("cases within the bounds").isGreaterThan(CASES / 2);
        assertThat(alerts).as("alerts in all").isGreaterThan(CASES / 10);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsTheSameWhereverItDies(Kind kind) {
        RuleSet rules = Rules.set(kind.rule());
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Sample> order = Arrivals.arrivals(Arrivals.samples(random, VALUES, STEPS), random);
            SeriesUnderTest alive = Arrivals.run(rules, order, new Random(seed), null);
            SeriesUnderTest dying = Arrivals.run(rules, order, new Random(seed), new Random(seed + 1));
            if (alive != null && dying != null) {
                assertThat(dying.events).as("seed %s", seed).isEqualTo(alive.events);
            }
        }
    }

    private static void compare(@Nullable SeriesUnderTest series, List<History.Alert> expected, int seed, String how) {
        if (series != null && !History.of(series.events).equals(expected)) { // the description is costly
            assertThat(History.of(series.events))
                    .as("seed %s, %s: %s", seed, how, series.story())
                    .isEqualTo(expected);
        }
    }
}
