package io.homeostat.producer.ingest;

import io.homeostat.model.StreamTopics;
import io.homeostat.producer.answering.BoundedBody;
import io.homeostat.producer.answering.Streams;
import io.homeostat.producer.publishing.KafkaAwayException;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/readings}. */
@RestController
@RequestMapping("/api/readings")
class IngestController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Ingest ingest;
    private final Streams streams;
    private final BoundedBody bodies;

    IngestController(Ingest ingest, Streams streams, BoundedBody bodies) {
        this.ingest = ingest;
        this.streams = streams;
        this.bodies = bodies;
    }

    /** Takes one reading, or an array of them. */
    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IngestAnswer takeJson(HttpServletRequest request, @RequestParam(required = false) @Nullable String stream)
            throws IOException, InterruptedException {
        return take(request, stream, BodyForm.JSON);
    }

    /** Takes one reading a line. */
    @PostMapping(consumes = "application/x-ndjson")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IngestAnswer takeLines(HttpServletRequest request, @RequestParam(required = false) @Nullable String stream)
            throws IOException, InterruptedException {
        return take(request, stream, BodyForm.LINES);
    }

    private IngestAnswer take(HttpServletRequest request, @Nullable String stream, BodyForm form)
            throws IOException, InterruptedException {
        StreamTopics topics = streams.named(stream);
        try (BoundedBody.Content content = bodies.read(request)) {
            byte[] body = content.bytes();
            return ingest.take(topics, body, form.split(body));
        } catch (KafkaAwayException e) {
            throw ProblemException.unavailable(String.valueOf(e.getMessage()), RETRY_AFTER);
        }
    }
}
