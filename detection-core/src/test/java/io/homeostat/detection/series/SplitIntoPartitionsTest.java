package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.detection.series.Oracle.Sample;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * However the series are split among tasks, and wherever those die: what is told of a series is the same, and no series
 * disturbs another. {@code -Dhomeostat.property.cases=10000} runs the long form.
 */
class SplitIntoPartitionsTest {

    private static final int CASES = Integer.getInteger("homeostat.property.cases", 200);
    private static final int SENSORS = 6;
    private static final double[] VALUES = {20, 25, 29, 30, 30.1, 31, 35, 45, 1e300, -1e300, Double.MIN_VALUE};
    private static final long[] STEPS = {0, 1, 400, 1000, 2000, 7000, 15_000};

    private static final RuleSet RULES = Rules.set(
            Rules.above30().id("above").clear("below", 29),
            Rules.when("rate", Map.of("above", 300, "per", "PT1M")).id("rate"),
            Rules.when("window", Map.of("aggregate", "mean", "size", "PT10S", "above", 29))
                    .id("window"),
            Rules.when("missing", Map.of("duration", "PT5S")).id("missing"),
            Rules.when("spike", Map.of("above", 5)).id("spike"),
            Rules.when("baseline", Map.of("falseAlarms", "1 per P1D")).id("new"));

    @Test
    void tellsTheSameOfEachSeriesHoweverTheyAreSplitAndWhereverTasksDie() {
        int alerts = 0;
        for (int seed = 0; seed < CASES; seed++) {
            List<Arriving> traffic = traffic(new Random(seed));
            Map<String, List<AlertEvent>> together = run(traffic, 1, new Random(seed), false);
            Map<String, List<AlertEvent>> apart =
                    run(traffic, 2 + new Random(seed).nextInt(SENSORS - 1), new Random(seed), true);
            assertThat(apart.keySet()).as("seed %s", seed).isEqualTo(together.keySet());
            together.forEach((sensorId, events) -> assertThat(History.of(apart.getOrDefault(sensorId, List.of())))
                    .isEqualTo(History.of(events)));
            apart.values().forEach(History::check);
            alerts += together.size();
        }
        assertThat(alerts).as("series with alerts").isGreaterThan(CASES);
    }

    private static List<Arriving> traffic(Random random) {
        List<Arriving> traffic = new ArrayList<>();
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            long position = 0;
            for (Sample sample : Arrivals.arrivals(Arrivals.samples(random, VALUES, STEPS), random)) {
                position = Math.max(position, sample.timeMillis() - SeriesUnderTest.BASE_MILLIS);
                traffic.add(new Arriving("sensor-" + sensor, sample, position));
            }
        }
        traffic.sort(Comparator.comparingLong(Arriving::atMillis));
        return traffic;
    }

    private static Map<String, List<AlertEvent>> run(List<Arriving> traffic, int tasks, Random split, boolean dying) {
        List<Task> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            all.add(new Task());
        }
        Map<String, Integer> homes = new HashMap<>();
        Random crashes = new Random(split.nextLong());
        for (Arriving arriving : traffic) {
            int home = homes.computeIfAbsent(arriving.sensorId(), id -> split.nextInt(tasks));
            Task task = all.get(home);
            task.read(arriving);
            if (dying && crashes.nextInt(8) == 0) {
                task.crash();
            }
        }
        all.forEach(Task::letAllTimersEnd);
        return all.stream().flatMap(task -> task.events.stream()).collect(Collectors.groupingBy(AlertEvent::sensorId));
    }

    /** A reading and when it arrives, in milliseconds from the beginning. */
    private record Arriving(String sensorId, Sample sample, long atMillis) {}

    /** What judges the series of one partition, one after the other with one evaluator. */
    private static final class Task {

        private final List<AlertEvent> events = new ArrayList<>();
        private final SeriesEvaluator evaluator =
                new SeriesEvaluator("temperature", "temperature", SeriesUnderTest.LATENESS_MILLIS, events::add);
        private final Map<String, SeriesState> states = new HashMap<>();

        void read(Arriving arriving) {
            Sample sample = arriving.sample();
            long nowMillis = SeriesUnderTest.BASE_MILLIS + arriving.atMillis();
            Reading reading = new Reading(arriving.sensorId(), sample.value(), sample.timeMillis(), false);
            evaluator.judge(
                    states.computeIfAbsent(arriving.sensorId(), id -> new SeriesState()),
                    RULES,
                    reading,
                    sample.partition(),
                    sample.offset(),
                    nowMillis);
        }

        void crash() {
            states.replaceAll((sensorId, state) -> {
                byte[][] changelog = new byte[SeriesState.PAGES][];
                state.writeAllPages(new ByteWriter(), (page, bytes) -> changelog[page] = bytes);
                return SeriesState.read(changelog);
            });
        }

        void letAllTimersEnd() {
            states.forEach((sensorId, state) ->
                    evaluator.advance(state, RULES, sensorId, SeriesUnderTest.BASE_MILLIS + 1_000_000_000L));
        }
    }
}
