package io.homeostat.runtime.stream;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether a pipeline's stream thread may be replaced on order. */
final class ThreadReplacement {

    private ThreadReplacement() {}

    /**
     * Why not, in a sentence; empty if it may. Takes from the budget only then.
     *
     * @param state of the pipeline
     * @param threadStates of its threads, as Kafka Streams names them
     * @param configured how many threads it should have
     * @param budget whether one more may be replaced now
     */
    static Optional<String> refusal(
            PipelineState state, List<String> threadStates, int configured, BooleanSupplier budget) {
        if (state != PipelineState.RUNNING && state != PipelineState.REBALANCING) {
            return Optional.of(
                    "the pipeline is %s, and takes a new thread only while it runs; restart it".formatted(state));
        }
        long alive = threadStates.stream().filter(one -> !one.equals("DEAD")).count();
        if (alive >= configured) {
            return Optional.of("there is no thread to replace: %d of %d run".formatted(alive, configured));
        }
        return budget.getAsBoolean()
                ? Optional.empty()
                : Optional.of("as many threads were replaced in the last minutes as may be; restart the pipeline");
    }
}
