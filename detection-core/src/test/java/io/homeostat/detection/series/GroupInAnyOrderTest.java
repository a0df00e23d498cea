package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.detection.series.Oracle.Sample;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.sensor.Sensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The kind {@code deviation}: in whatever order the readings of a group arrive within the lateness, and wherever the task
 * dies, what is told of each sensor is what a plain loop over all sorted readings of the group finds. {@code
 * -Dhomeostat.property.cases=10000} runs the long form.
 */
class GroupInAnyOrderTest {

    private static final int CASES = Integer.getInteger("homeostat.property.cases", 150);
    /** The cases, and two that went wrong once: of an alert that came back the number was forgotten. */
    private static final int[] SEEDS =
            IntStream.concat(IntStream.range(0, CASES), IntStream.of(843, 3673)).toArray();

    private static final double[] VALUES = {20, 20.5, 21, 21, 22, 25, 31};
    private static final long[] STEPS = {0, 1, 300, 1000, 1000, 1000, 2000, 4000};
    private static final int QUORUM = 2;
    private static final double ABOVE = 3;

    private static final RuleSet RULES = Rules.set(Rules.when("deviation", Map.of("above", ABOVE, "quorum", QUORUM))
                    .clear("below", 2.5))
            .with(Stream.of("a", "b", "sensor-0", "sensor-1", "sensor-2", "sensor-3", "sensor-4", "sensor-5")
                    .collect(Collectors.toMap(Function.identity(), GroupInAnyOrderTest::boiler)));

    @Test
    void tellsTheHistoryOfTheSortedReadingsOfAllWhateverTheOrderOfArrival() {
        int alerts = 0;
        for (int seed : SEEDS) {
            Random random = new Random(seed);
            Map<String, List<Sample>> samples = samples(random);
            List<History.Alert> expected = expected(samples);
            alerts += expected.size();
            compare("sorted, seed " + seed, traffic(samples, null), null, expected);
            compare("shuffled, seed " + seed, traffic(samples, random), null, expected);
            compare("dying, seed " + seed, traffic(samples, random), random, expected);
        }
        assertThat(alerts).as("alerts in all").isGreaterThan(CASES);
    }

    @Test
    void doesNotJudgeWithoutAQuorum() {
        Map<String, List<Sample>> two = new TreeMap<>();
        two.put("a", List.of(new Sample(SeriesUnderTest.BASE_MILLIS, 20, 0, 0)));
        two.put("b", List.of(new Sample(SeriesUnderTest.BASE_MILLIS + 1, 90, 0, 1)));

        compare("two", traffic(two, null), null, List.of());
    }

    private static Sensor boiler(String sensorId) {
        return new Sensor("temperature", sensorId, Map.of(), null, null, null, "boilers", null);
    }

    private static Map<String, List<Sample>> samples(Random random) {
        Map<String, List<Sample>> samples = new TreeMap<>();
        int sensors = 2 + random.nextInt(5);
        for (int sensor = 0; sensor < sensors; sensor++) {
            samples.put("sensor-" + sensor, Arrivals.samples(random, VALUES, STEPS));
        }
        return samples;
    }

    private static List<Arriving> traffic(Map<String, List<Sample>> samples, @Nullable Random random) {
        List<Arriving> traffic = new ArrayList<>();
        samples.forEach((sensorId, its) -> its.forEach(sample -> {
            int delay = random == null ? 0 : random.nextInt((int) SeriesUnderTest.LATENESS_MILLIS + 1);
            traffic.add(new Arriving(sensorId, sample, sample.timeMillis() + delay));
        }));
        traffic.sort(Comparator.comparingLong(Arriving::atMillis)
                .thenComparing(Arriving::sensorId)
                .thenComparing(arriving -> arriving.sample().partition())
                .thenComparing(arriving -> arriving.sample().offset()));
        return traffic;
    }

    private static List<History.Alert> expected(Map<String, List<Sample>> samples) {
        List<History.Alert> alerts = new ArrayList<>();
        samples.forEach((sensorId, its) -> {
            List<Timeline.Point> points = new ArrayList<>();
            for (Sample sample : Arrivals.inOrder(its)) {
                List<Double> others = others(samples, sensorId, sample.timeMillis());
                if (others.size() >= QUORUM) {
                    double distance = Math.abs(sample.value() - median(others));
                    points.add(Timeline.Point.of(sample, Timeline.above(distance, ABOVE, 2.5)));
                }
            }
            Timeline.alerts("temperature-high", points, 0, 0, new Severity[0])
                    .forEach(alert -> alerts.add(new History.Alert(
                            alert.ruleId(), sensorId, alert.openedAt(), alert.resolvedAt(), alert.highest())));
        });
        return sorted(alerts);
    }

    private static List<Double> others(Map<String, List<Sample>> samples, String sensorId, long timeMillis) {
        List<Double> others = new ArrayList<>();
        samples.forEach((other, its) -> {
            if (!other.equals(sensorId)) {
                Arrivals.inOrder(its).stream()
                        .filter(sample -> sample.timeMillis() <= timeMillis)
                        .reduce((first, second) -> second)
                        .ifPresent(latest -> others.add(latest.value()));
            }
        });
        return others;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static void compare(
            String how, List<Arriving> traffic, @Nullable Random crashes, List<History.Alert> expected) {
        Home home = new Home();
        for (Arriving arriving : traffic) {
            home.read(arriving);
            if (crashes != null && crashes.nextInt(6) == 0) {
                home.crash();
            }
        }
        assertThatCode(() -> History.check(home.events)).as(how).doesNotThrowAnyException();
        assertThat(sorted(History.of(home.events))).as(how).isEqualTo(expected);
    }

    private static List<History.Alert> sorted(List<History.Alert> alerts) {
        return alerts.stream()
                .sorted(Comparator.comparing(History.Alert::sensorId).thenComparing(History.Alert::openedAt))
                .toList();
    }

    /** A reading and when it arrives. */
    private record Arriving(String sensorId, Sample sample, long atMillis) {}

    /** Where a whole group is at home. */
    private static final class Home {

        private final List<AlertEvent> events = new ArrayList<>();
        private final Map<String, SeriesState> states = new HashMap<>();
        private final Map<String, byte[][]> changelog = new HashMap<>();
        private SeriesEvaluator evaluator = evaluator();

        private SeriesEvaluator evaluator() {
            return new SeriesEvaluator(
                    "temperature", "temperature", SeriesUnderTest.LATENESS_MILLIS, events::add, this::write);
        }

        void read(Arriving arriving) {
            SeriesState state = states.computeIfAbsent(arriving.sensorId(), id -> new SeriesState());
            Sample sample = arriving.sample();
            evaluator.judge(
                    state,
                    RULES,
                    new Reading(arriving.sensorId(), sample.value(), sample.timeMillis(), false),
                    sample.partition(),
                    sample.offset(),
                    arriving.atMillis());
            write(arriving.sensorId());
        }

        private void write(String sensorId) {
            byte[][] pages = changelog.computeIfAbsent(sensorId, id -> new byte[SeriesState.PAGES][]);
            states.get(sensorId).writeChangedPages(new ByteWriter(), (page, bytes) -> pages[page] = bytes);
        }

        void crash() {
            evaluator = evaluator();
            states.replaceAll((sensorId, state) -> SeriesState.read(changelog.get(sensorId)));
            states.forEach((sensorId, state) -> evaluator.match(state, RULES, sensorId));
        }
    }
}
