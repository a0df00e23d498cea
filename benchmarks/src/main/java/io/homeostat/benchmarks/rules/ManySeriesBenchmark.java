package io.homeostat.benchmarks.rules;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.series.SeriesEvaluator;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.rule.RuleJson;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a backtest does with a reading that was read: its series is found among a thousand and the reading is judged by a
 * threshold, of which 2.2 % are breaches whose alert events are made. Evaluation alone, on one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ManySeriesBenchmark {

    private static final int SENSORS = 1_000;
    private static final int READINGS = 200_000;
    private static final long START = 1_795_421_700_000L;

    private final Reading[] readings = new Reading[READINGS];
    private final RuleSet rules = RuleSet.of(
            "temperature",
            List.of(RuleJson.fromMap(
                    Map.of("id", "temperature-high", "when", Map.of("kind", "threshold", "above", 30)))),
            (rule, refusal) -> {
                throw refusal;
            });
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long events;
    private long judged;
    private long beganCpuNanos;

    /** Readings of a day, each sensor in turn. */
    public ManySeriesBenchmark() {
        Random random = new Random(1);
        for (int i = 0; i < READINGS; i++) {
            double value = random.nextInt(1_000) < 22 ? 31 : 22 + random.nextInt(700) / 100.0;
            readings[i] = new Reading("sensor-" + i % SENSORS, value, START + 1_000L * (i / SENSORS), false);
        }
    }

    @Setup(Level.Iteration)
    public void begin() {
        judged = 0;
        beganCpuNanos = threads.getCurrentThreadCpuTime();
    }

    /** Says what a second of the processor does, which is what counts on a machine that is shared with others. */
    @TearDown(Level.Iteration)
    public void end() {
        double seconds = (threads.getCurrentThreadCpuTime() - beganCpuNanos) / 1e9;
        System.out.printf("%,.0f readings in a second of processor time; ", judged / seconds);
    }

    /** Judges them all, from the beginning. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public long judge() {
        Map<String, SeriesState> series = new HashMap<>();
        SeriesEvaluator evaluator =
                new SeriesEvaluator("temperature", "temperature", 10_000, event -> events += event.sequence());
        for (int i = 0; i < READINGS; i++) {
            Reading reading = readings[i];
            SeriesState state = series.computeIfAbsent(reading.sensorId(), id -> new SeriesState());
            var unused = evaluator.judge(state, rules, reading, 0, i, reading.eventTimeMillis());
        }
        judged += READINGS;
        return events;
    }
}
