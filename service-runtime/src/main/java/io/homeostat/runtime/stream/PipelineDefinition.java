package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import java.util.List;

/**
 * What a service has to say for itself to run a pipeline on each stream.
 *
 * @param <S> the service's state of a series
 */
public interface PipelineDefinition<S> {

    /** The service's part in the flow, {@code monitor} or {@code healer}: a part of application ids and topic names. */
    String role();

    /** The binary form of the state of a series. */
    SeriesForm<S> form();

    /** The topics that the pipeline of a stream writes. */
    List<String> outputs(StreamTopics stream);

    /** Makes the handler of one task. */
    SeriesHandler<S> handler(StreamTopics stream, TaskScope<S> scope);
}
