package io.homeostat.runtime.stream;

import io.homeostat.runtime.logging.LogText;
import io.homeostat.runtime.supervision.GenerationFence;
import io.homeostat.runtime.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.http.HttpStatus;

/** {@code /actuator/pipeline}: what the stream processing does, and a few things that can be asked of it. */
@Endpoint(id = "pipeline")
public class PipelineEndpoint {

    private final List<? extends StreamPipeline<?>> pipelines;
    private final Runnable exit;
    private final GenerationFence fence = new GenerationFence();

    PipelineEndpoint(List<? extends StreamPipeline<?>> pipelines, Runnable exit) {
        this.pipelines = pipelines;
        this.exit = exit;
    }

    /** What it does now. */
    @ReadOperation
    public PipelineView view() {
        return PipelineView.of(pipelines);
    }

    /**
     * Does one of {@code pause}, {@code resume}, {@code restart}, {@code replace-thread}, {@code exit} and
     * {@code quarantine}.
     *
     * @param generation of the healers' group, where a healer asks
     * @param topic of the record that is to be passed over, for {@code quarantine}
     * @param partition of that record
     * @param offset of that record
     */
    @WriteOperation
    public PipelineView act(
            String action,
            @Nullable Long generation,
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long offset) {
        fence.check(generation);
        switch (action) {
            case "pause" -> pipelines.forEach(StreamPipeline::pause);
            case "resume" -> pipelines.forEach(StreamPipeline::resume);
            case "restart" -> PipelineRestart.all(pipelines);
            case "replace-thread" -> replaceThread();
            case "exit" -> exit.run();
            case "quarantine" -> quarantine(topic, partition, offset);
            default ->
                throw refused("action must be pause, resume, restart, replace-thread, exit or quarantine, was "
                        + LogText.of(action));
        }
        return view();
    }

    /** One in each pipeline that lacks one. */
    private void replaceThread() {
        List<String> refusals = pipelines.stream()
                .flatMap(one -> one.replaceThread().map(refusal -> one.stream().stream() + ": " + refusal).stream())
                .toList();
        if (refusals.size() == pipelines.size()) {
            throw new ProblemException(HttpStatus.CONFLICT, "Stream %s.".formatted(String.join("; ", refusals)));
        }
    }

    private void quarantine(@Nullable String topic, @Nullable Integer partition, @Nullable Long offset) {
        if (topic == null || partition == null || offset == null || partition < 0 || offset < 0) {
            throw refused("quarantine needs topic, partition and offset of a record, the numbers at least 0");
        }
        StreamPipeline<?> pipeline = pipelines.stream()
                .filter(one -> one.reads(topic))
                .findFirst()
                .orElseThrow(() -> refused("no pipeline of this service reads the topic " + LogText.of(topic)));
        pipeline.quarantine().add(topic, partition, offset);
    }

    private static InvalidEndpointRequestException refused(String sentence) {
        return new InvalidEndpointRequestException(sentence, sentence);
    }
}
