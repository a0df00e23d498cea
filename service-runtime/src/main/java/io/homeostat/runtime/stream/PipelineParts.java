package io.homeostat.runtime.stream;

import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.sensors.SensorBook;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline's topology works with, made outside of it and outliving its restarts. Immutable.
 *
 * @param rules the rules that it follows
 * @param sensors what it knows of sensors
 * @param stores where the states of its series lie
 * @param metrics its figures
 * @param quarantine the records that it passes over
 * @param catchUp tells whether a task has caught up with what it saw at its start
 * @param hook what is done before each record; {@code null}: nothing
 */
public record PipelineParts(
        RuleBook rules,
        SensorBook sensors,
        SeriesStores stores,
        StreamMetrics metrics,
        Quarantine quarantine,
        CatchUp catchUp,
        @Nullable RecordHook hook) {

    /** The parts of a pipeline into which no faults are injected, and which knows nothing of sensors yet. */
    public PipelineParts(
            RuleBook rules, SeriesStores stores, StreamMetrics metrics, Quarantine quarantine, CatchUp catchUp) {
        this(rules, new SensorBook(), stores, metrics, quarantine, catchUp, null);
    }
}
