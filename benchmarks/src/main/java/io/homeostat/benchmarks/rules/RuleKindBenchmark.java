package io.homeostat.benchmarks.rules;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.series.SeriesEvaluator;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.Specification;
import io.homeostat.model.sensor.Sensor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One reading judged by one rule that finds nothing, in order, with all that an instance does for it: holding it, judging
 * it, settling what no late reading can reach. {@code none} is what remains without a rule. {@code -prof gc} shows what is
 * allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RuleKindBenchmark {

    private static final int READINGS = 200_000;
    private static final long LATENESS_MILLIS = 10_000;

    /** They speak in turn, each once a second, and are one group. */
    private static final int SENSORS = 4;

    private static final long START = 1_795_421_700_000L;
    private static final Map<String, Object> HIGH = Map.of("kind", "threshold", "above", 90);

    private static final Map<String, Map<String, Object>> RULES = Map.ofEntries(
            Map.entry("threshold", Map.of("above", 90)),
            Map.entry("range", Map.of("min", 0, "max", 90)),
            Map.entry("levels", Map.of("above", Map.of("warning", 90, "critical", 95))),
            Map.entry("rate", Map.of("above", 1e6)),
            Map.entry("window", Map.of("aggregate", "mean", "size", "PT5M", "slide", "PT1M", "above", 90)),
            Map.entry("flatline", Map.of("tolerance", 0.05, "duration", "PT10M")),
            Map.entry("spike", Map.of("above", 90)),
            Map.entry("deviation", Map.of("above", 90)),
            Map.entry("missing", Map.of("duration", "PT10M")),
            Map.entry("baseline", Map.of("falseAlarms", "1 per P3660D")),
            Map.entry("forecast", Map.of("above", 90, "within", "PT30M")),
            Map.entry("expression", Map.of("expression", "value - previous > 90.0 && value > mean('PT5M')")),
            Map.entry("all", Map.of("conditions", List.of(HIGH, HIGH))),
            Map.entry("any", Map.of("conditions", List.of(HIGH, HIGH))),
            Map.entry("not", Map.of("condition", Map.of("kind", "threshold", "below", 90))));

    @Param({
        "none",
        "threshold",
        "range",
        "levels",
        "rate",
        "window",
        "flatline",
        "spike",
        "deviation",
        "missing",
        "baseline",
        "forecast",
        "expression",
        "all",
        "any",
        "not"
    })
    public String kind = "none";

    private final SeriesEvaluator evaluator =
            new SeriesEvaluator("temperature", "temperature", LATENESS_MILLIS, event -> {});
    private final Reading[] readings = new Reading[READINGS];
    private RuleSet rules = RuleSet.EMPTY;
    private final SeriesState[] states = new SeriesState[SENSORS];
    private int next;

    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < READINGS; i++) {
            double value = 22 + Math.round(100 * random.nextGaussian()) / 100.0;
            readings[i] = new Reading("boiler-" + i % SENSORS, value, START + 1000L * i / SENSORS, false);
        }
        if (!kind.equals("none")) {
            rules = RuleSet.of("temperature", List.of(rule(kind)), (rule, refusal) -> {
                        throw refusal;
                    })
                    .with(sensors());
        }
        begin();
        for (int i = 0; i < READINGS; i++) {
            judge();
        }
        int[] bytes = new int[1];
        states[0].writeAllPages(new ByteWriter(), (page, written) -> bytes[0] += written.length);
        System.out.println(kind + ": " + bytes[0] + " bytes of state in all, held readings included");
    }

    /** Judges one reading. */
    @Benchmark
    public Object judge() {
        if (next == READINGS) {
            begin();
        }
        Reading reading = readings[next];
        return evaluator.judge(states[next % SENSORS], rules, reading, 0, next++, reading.eventTimeMillis());
    }

    private void begin() {
        next = 0;
        for (int i = 0; i < SENSORS; i++) {
            if (states[i] != null) {
                evaluator.leave(states[i]);
            }
            states[i] = new SeriesState();
        }
    }

    private static Map<String, Sensor> sensors() {
        Map<String, Sensor> sensors = new HashMap<>();
        for (int i = 0; i < SENSORS; i++) {
            String id = "boiler-" + i;
            sensors.put(id, new Sensor("temperature", id, Map.of(), null, null, null, "boilers", null));
        }
        return sensors;
    }

    private static Rule rule(String kind) {
        return new Rule(
                kind,
                1,
                "temperature",
                "*",
                Severity.WARNING,
                new Specification(kind, Objects.requireNonNull(RULES.get(kind))),
                Duration.ZERO,
                null,
                null,
                true,
                false);
    }
}
