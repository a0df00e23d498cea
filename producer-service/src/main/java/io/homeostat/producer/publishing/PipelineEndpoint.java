package io.homeostat.producer.publishing;

import io.homeostat.runtime.supervision.GenerationFence;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** {@code /actuator/pipeline} of the producer: where it stands with Kafka, and what may be asked of it. */
@Endpoint(id = "pipeline")
final class PipelineEndpoint {

    private final Transport transport;
    private final Runnable exit;
    private final GenerationFence fence = new GenerationFence();

    PipelineEndpoint(Transport transport, Runnable exit) {
        this.transport = transport;
        this.exit = exit;
    }

    @ReadOperation
    PipelineView view() {
        return transport.view();
    }

    /** Does {@code pause}, {@code resume}, {@code restart} or {@code exit}; there is nothing here to quarantine. */
    @WriteOperation
    WebEndpointResponse<Object> act(@Nullable String action, @Nullable Long generation) {
        fence.check(generation);
        switch (action == null ? "" : action) {
            case "pause" -> transport.pause();
            case "resume" -> transport.resume();
            case "restart" -> transport.restart();
            case "exit" -> exit.run();
            default -> {
                return new WebEndpointResponse<>(
                        Map.of(
                                "title",
                                "Unprocessable Content",
                                "status",
                                422,
                                "detail",
                                "action must be pause, resume, restart or exit, was " + action),
                        422);
            }
        }
        return new WebEndpointResponse<>(transport.view());
    }
}
