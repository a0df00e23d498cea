package io.homeostat.healer.signals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a target's stream processing, from inside and from outside. Immutable.
 *
 * @param state as {@code /actuator/pipeline} says: {@code RUNNING}, {@code REBALANCING}, {@code PAUSED}, {@code STARTING},
 *     {@code STOPPED}, {@code REFUSED}, {@code FAILED}; {@code null} if it has none or does not say
 * @param inStateMillis for how long it has said so without a break; 0 if it does not say
 * @param reason why it does not run, in its own words; {@code null} if it runs or does not say
 * @param threads states by the threads' names, as it says
 * @param partitions as the broker has them
 * @param threadDeaths how many stream threads died in the last five minutes, as it says
 * @param lastFailure the newest exception of a stream thread, as it says; {@code null} if none
 * @param inputStillMillis for how long nothing at all was written to the stream's topic; 0 if something was just now
 * @param missingTopics topics that it needs and that the broker does not have
 */
public record PipelineSignals(
        @Nullable String state,
        long inStateMillis,
        @Nullable String reason,
        Map<String, String> threads,
        List<PartitionSignal> partitions,
        int threadDeaths,
        @Nullable ThreadFailure lastFailure,
        long inputStillMillis,
        List<String> missingTopics) {

    /** Nothing is known, or there is none. */
    public static final PipelineSignals NONE =
            new PipelineSignals(null, 0, null, Map.of(), List.of(), 0, null, 0, List.of());

    public PipelineSignals {
        threads = Map.copyOf(threads);
        partitions = List.copyOf(partitions);
        missingTopics = List.copyOf(missingTopics);
    }

    /**
     * The end of a stream thread. Immutable.
     *
     * @param error the exception in one bounded line
     * @param agoMillis how long ago
     * @param topic of the record on which it died; {@code null} if on none
     * @param partition of that record, -1 if on none
     * @param offset of that record, -1 if on none
     * @param timesThere how many deaths in a row were on that same record
     */
    public record ThreadFailure(
            String error, long agoMillis, @Nullable String topic, int partition, long offset, int timesThere) {}
}
