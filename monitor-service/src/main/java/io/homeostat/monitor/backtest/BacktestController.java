package io.homeostat.monitor.backtest;

import io.homeostat.monitor.rules.RuleQuestions;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Backtests by HTTP: one answer at the end, or events meanwhile for who accepts {@code text/event-stream}. */
@RestController
@RequestMapping("/api/rules/backtest")
@EnableConfigurationProperties(BacktestProperties.class)
class BacktestController {

    private static final String CSV = "text/csv";
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Duration BEYOND_THE_RUN = Duration.ofSeconds(30);

    private final Backtests backtests;
    private final BacktestDesk desk;
    private final BacktestProperties bounds;

    BacktestController(Backtests backtests, BacktestDesk desk, BacktestProperties bounds) {
        this.backtests = backtests;
        this.desk = desk;
        this.bounds = bounds;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    DeferredResult<BacktestResult> overTopic(HttpServletRequest request) throws IOException {
        SingleAnswer audience = answer();
        overTopic(request, audience);
        return audience.answer();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> followOverTopic(HttpServletRequest request) throws IOException {
        EventAudience audience = new EventAudience();
        overTopic(request, audience);
        return events(audience);
    }

    @PostMapping(consumes = CSV, produces = MediaType.APPLICATION_JSON_VALUE)
    DeferredResult<BacktestResult> overFile(
            HttpServletRequest request,
            @RequestParam String rule,
            @RequestParam(required = false) @Nullable String sensors)
            throws IOException {
        SingleAnswer audience = answer();
        overFile(request, rule, sensors, audience);
        return audience.answer();
    }

    @PostMapping(consumes = CSV, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> followOverFile(
            HttpServletRequest request,
            @RequestParam String rule,
            @RequestParam(required = false) @Nullable String sensors)
            throws IOException {
        EventAudience audience = new EventAudience();
        overFile(request, rule, sensors, audience);
        return events(audience);
    }

    @DeleteMapping("/{backtestId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String backtestId) {
        backtests.cancel(backtestId);
    }

    private void overTopic(HttpServletRequest request, Audience audience) throws IOException {
        try (RunningBacktest place = backtests.admit(request.getRemoteAddr())) {
            desk.overTopic(place, RuleQuestions.body(request), audience);
        }
    }

    private void overFile(HttpServletRequest request, String rule, @Nullable String sensors, Audience audience)
            throws IOException {
        try (RunningBacktest place = backtests.admit(request.getRemoteAddr())) {
            desk.overFile(place, RuleQuestions.object(rule), sensors, file(request), audience);
        }
    }

    private static byte[] file(HttpServletRequest request) throws IOException {
        // read even if the length is told: an answer before the body may never reach its sender
        byte[] file = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw ProblemException.tooLarge(
                    "A file must be at most %d bytes long: send a part of it.".formatted(MOST_BYTES));
        }
        return file;
    }

    private SingleAnswer answer() {
        return new SingleAnswer(bounds.timeMax().plus(BEYOND_THE_RUN));
    }

    private static ResponseEntity<SseEmitter> events(EventAudience audience) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .body(audience.emitter());
    }
}
