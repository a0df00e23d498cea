package io.homeostat.runtime.watchdog;

import io.homeostat.runtime.stream.PartitionProgress;
import io.homeostat.runtime.stream.PipelineState;
import io.homeostat.runtime.stream.StreamPipeline;
import java.time.Instant;
import java.util.List;

/**
 * What a pipeline shows at one moment. Immutable.
 *
 * @param state where it is in its life
 * @param reason why it failed
 * @param lastAnswer when Kafka last answered it: another value than before is an answer, whatever the clock does
 * @param partitions how far it has come
 */
record PipelineLook(PipelineState state, String reason, Instant lastAnswer, List<PartitionProgress> partitions) {

    PipelineLook {
        partitions = List.copyOf(partitions);
    }

    static PipelineLook at(StreamPipeline<?> pipeline) {
        return new PipelineLook(pipeline.state(), pipeline.reason(), pipeline.lastAnswer(), pipeline.partitions());
    }
}
