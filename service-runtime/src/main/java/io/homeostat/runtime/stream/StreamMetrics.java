package io.homeostat.runtime.stream;

import io.homeostat.model.reading.RejectionCode;
import io.homeostat.runtime.rules.LeftOutRules;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The figures of a pipeline. Thread-safe; what a task counts for itself is added to the meters once in a tick, because a
 * meter for each reading would cost more than judging it.
 */
public final class StreamMetrics {

    private static final Duration[] LATENCY_BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
        Duration.ofMillis(20), Duration.ofMillis(30), Duration.ofMillis(50), Duration.ofMillis(80),
        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30),
        Duration.ofMinutes(1), Duration.ofMinutes(10)
    };

    private final Counter decoded;
    private final Map<RejectionCode, Counter> rejected = new EnumMap<>(RejectionCode.class);
    private final Counter late;
    private final Counter rehomed;
    private final Counter overBudget;
    private final Timer latency;
    private final LeftOutRules leftOutRules;
    private final LongSupplier wallClockMillis;

    /** The meters of a stream's pipeline, in a registry. */
    public StreamMetrics(MeterRegistry registry, String stream, LongSupplier wallClockMillis) {
        this.wallClockMillis = wallClockMillis;
        leftOutRules = new LeftOutRules(registry, stream);
        decoded = Counter.builder("homeostat.readings.decoded")
                .description("Readings that were read")
                .tag("stream", stream)
                .register(registry);
        for (RejectionCode code : RejectionCode.values()) {
            rejected.put(
                    code,
                    Counter.builder("homeostat.readings.rejected")
                            .description("Records that could not be read as a reading")
                            .tag("stream", stream)
                            .tag("reason", code.label())
                            .register(registry));
        }
        late = Counter.builder("homeostat.readings.late")
                .description("Readings later than the allowed lateness, which move no alert")
                .tag("stream", stream)
                .register(registry);
        rehomed = Counter.builder("homeostat.readings.rehomed")
                .description("Readings that did not lie on the partition that is home to their series")
                .tag("stream", stream)
                .register(registry);
        overBudget = Counter.builder("homeostat.readings.stateless")
                .description("Readings judged without state, because the instance holds as many series as it may")
                .tag("stream", stream)
                .register(registry);
        latency = Timer.builder("homeostat.verdict.latency")
                .description("From the record's Kafka time stamp to its verdict")
                .tag("stream", stream)
                .serviceLevelObjectives(LATENCY_BUCKETS)
                .register(registry);
    }

    TaskCounts forTask() {
        return new TaskCounts();
    }

    /** What one task has counted since it last published. Belongs to the task's stream thread. */
    final class TaskCounts {
        private long decodedCount;
        private long rehomedCount;
        private long overBudgetCount;

        void decoded() {
            decodedCount++;
        }

        void rejected(RejectionCode code) {
            Counter counter = rejected.get(code);
            if (counter != null) {
                counter.increment();
            }
        }

        void rehomed() {
            rehomedCount++;
        }

        LeftOutRules leftOutRules() {
            return leftOutRules;
        }

        void late() {
            late.increment();
        }

        void overBudget() {
            overBudgetCount++;
        }

        void judged(long recordTimestampMillis) {
            latency.record(Math.max(0, wallClockMillis.getAsLong() - recordTimestampMillis), TimeUnit.MILLISECONDS);
        }

        void publish() {
            decoded.increment((double) decodedCount);
            rehomed.increment((double) rehomedCount);
            overBudget.increment((double) overBudgetCount);
            decodedCount = 0;
            rehomedCount = 0;
            overBudgetCount = 0;
        }
    }
}
