package io.homeostat.producer.replay;

import io.homeostat.producer.answering.BoundedBody;
import io.homeostat.producer.answering.Streams;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP interface of replays. */
@RestController
@RequestMapping("/api/replays")
class ReplayController {

    private final Replays replays;
    private final RecordingFolder recordings;
    private final Streams streams;
    private final BoundedBody bodies;

    ReplayController(Replays replays, RecordingFolder recordings, Streams streams, BoundedBody bodies) {
        this.replays = replays;
        this.recordings = recordings;
        this.streams = streams;
        this.bodies = bodies;
    }

    @GetMapping
    Page<ReplayView> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return Page.of(replays.all().stream().map(Replay::view).toList(), page, size);
    }

    @GetMapping("/{id}")
    ReplayView show(@PathVariable String id) {
        return replays.get(id).view();
    }

    /** Replays a file of the folder, or a bundled one. */
    @PostMapping(consumes = "application/json")
    ResponseEntity<ReplayView> start(@RequestBody ReplayRequest request) {
        try {
            return created(replays.start(request.plan(recordings, streams)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable(String.valueOf(e.getMessage()));
        }
    }

    /** Replays what comes with the request. */
    @PostMapping(consumes = "text/csv")
    ResponseEntity<ReplayView> upload(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String sensorId,
            @RequestParam(required = false) @Nullable Double speed,
            @RequestParam(required = false) @Nullable String shift,
            @RequestParam(required = false) @Nullable String stream)
            throws IOException {
        RecordingSource source;
        try (BoundedBody.Content body = bodies.read(request)) {
            source = recordings.upload(body.bytes());
        }
        try {
            ReplayRequest wanted = new ReplayRequest(null, null, sensorId, speed, shift, stream);
            return created(replays.start(wanted.plan(source, streams)));
        } catch (IllegalArgumentException e) {
            source.release();
            throw ProblemException.unprocessable(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            source.release();
            throw e;
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelAll() throws InterruptedException {
        replays.close();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id) throws InterruptedException {
        replays.get(id).cancel();
    }

    private static ResponseEntity<ReplayView> created(Replay replay) {
        ReplayView view = replay.view();
        return ResponseEntity.created(URI.create("/api/replays/" + view.id())).body(view);
    }
}
