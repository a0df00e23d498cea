package io.homeostat.monitor.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The live feed by HTTP: alert events with ids, incidents' events, figures each second, {@code reset} where something was
 * missed.
 */
@RestController
@EnableConfigurationProperties(LiveProperties.class)
class LiveController {

    private final LiveClients clients;
    private final AlertFeed alerts;
    private final IncidentFeed incidents;

    LiveController(LiveClients clients, AlertFeed alerts, IncidentFeed incidents) {
        this.clients = clients;
        this.alerts = alerts;
        this.incidents = incidents;
    }

    @GetMapping("/api/events")
    ResponseEntity<?> events(
            HttpServletRequest request,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Optional<String> refusal = clients.refusal(request.getRemoteAddr());
        if (refusal.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "10")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, refusal.get()));
        }
        LiveClient client = new LiveClient(request.getRemoteAddr());
        alerts.join(client, lastEventId);
        incidents.greet(client);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .body(client.emitter());
    }
}
