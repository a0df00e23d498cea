package io.homeostat.runtime.stream;

import java.util.List;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/pipeline}: what the stream processing does, and a few things that can be asked of it. */
@Endpoint(id = "pipeline")
public class PipelineEndpoint {

    private final List<? extends StreamPipeline<?>> pipelines;
    private final Runnable exit;

    PipelineEndpoint(List<? extends StreamPipeline<?>> pipelines, Runnable exit) {
        this.pipelines = pipelines;
        this.exit = exit;
    }

    /** What it does now. */
    @ReadOperation
    public PipelineView view() {
        return PipelineView.of(pipelines);
    }

    /** Does one of {@code pause}, {@code resume}, {@code restart} and {@code exit}. */
    @WriteOperation
    public PipelineView act(String action) {
        switch (action) {
            case "pause" -> pipelines.forEach(StreamPipeline::pause);
            case "resume" -> pipelines.forEach(StreamPipeline::resume);
            case "restart" -> pipelines.forEach(StreamPipeline::restart);
            case "exit" -> exit.run();
            default ->
                throw new InvalidEndpointRequestException(
                        "action must be pause, resume, restart or exit, was " + action,
                        "action must be pause, resume, restart or exit");
        }
        return view();
    }
}
