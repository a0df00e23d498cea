package io.homeostat.runtime.stream;

import io.homeostat.runtime.rules.LeftOutRules;
import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.sensors.SensorsInForce;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SeriesHandler} has of its task. Belongs to the task's stream thread.
 *
 * @param <S> the service's state of a series
 */
public final class TaskScope<S> {

    private final ProcessorContext<byte[], byte[]> context;
    private final SeriesStore<S> store;
    private final RuleBook rules;
    private final SensorsInForce sensors;
    private final StreamMetrics.TaskCounts counts;
    private final BooleanSupplier caughtUp;
    private final int partitions;

    TaskScope(
            ProcessorContext<byte[], byte[]> context,
            SeriesStore<S> store,
            RuleBook rules,
            SensorsInForce sensors,
            StreamMetrics.TaskCounts counts,
            BooleanSupplier caughtUp,
            int partitions) {
        this.context = context;
        this.store = store;
        this.rules = rules;
        this.sensors = sensors;
        this.counts = counts;
        this.caughtUp = caughtUp;
        this.partitions = partitions;
    }

    /** The rules that the pipeline follows. */
    public RuleBook rules() {
        return rules;
    }

    /** What the task knows of sensors; it is renewed before each tick, and not by the handler. */
    public SensorsInForce sensors() {
        return sensors;
    }

    /** Whether a sensor's series is at home in this task. */
    public boolean isHomeOf(String sensorId) {
        return Home.of(sensors.homeKey(sensorId), partitions) == partition();
    }

    /** Where is told which rules are left out. */
    public LeftOutRules leftOutRules() {
        return counts.leftOutRules();
    }

    /** Counts a reading that came too late to move anything. */
    public void countLate() {
        counts.late();
    }

    /** The series at home in this task. */
    public SeriesStore<S> store() {
        return store;
    }

    /** The partition of the stream's topic that is home to this task's series. */
    public int partition() {
        return context.taskId().partition();
    }

    /** Whether the task has reached the end offsets that it saw at its start: until then the series' clocks stand. */
    public boolean isCaughtUp() {
        return caughtUp.getAsBoolean();
    }

    /** Writes a record, in the transaction of what caused it. */
    public void send(String topic, byte[] key, byte[] value) {
        send(topic, key, value, new RecordHeaders());
    }

    /** Writes a record with headers, in the transaction of what caused it. */
    public void send(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        // the time of sending: an old event time as a record's time stamp would have the broker delete it at once
        context.forward(new Record<>(key, value, context.currentSystemTimeMs(), headers), topic);
    }
}
