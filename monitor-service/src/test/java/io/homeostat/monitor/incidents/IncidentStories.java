package io.homeostat.monitor.incidents;

import io.homeostat.model.incident.IncidentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents' events for tests. */
public final class IncidentStories {

    public static final Instant START = Instant.parse("2026-11-24T08:15:00.250Z");

    private IncidentStories() {}

    /** A monitor that hung, was restarted, and works again. */
    public static List<IncidentEvent> healed(String id, Instant detectedAt) {
        return List.of(
                event(id, 1, "detected", null, null, detectedAt, 0, "something is wrong with monitor, for 2.1 s"),
                diagnosed(id, 2, detectedAt),
                event(id, 3, "held", null, null, detectedAt, 300, "nothing is restarted before 8 s without progress"),
                event(id, 4, "remedy-begun", "restart-process", null, detectedAt, 6_000, "restart-process of monitor"),
                event(id, 5, "remedy-ended", "restart-process", null, detectedAt, 9_500, "it was started again"),
                event(id, 6, "verifying", "restart-process", null, detectedAt, 9_600, "looking for progress"),
                event(id, 7, "closed", null, "HEALED", detectedAt, 16_400, "the monitor judges again, for 5 s"));
    }

    /** The same monitor, for which nothing helped. */
    public static List<IncidentEvent> handedOver(String id, Instant detectedAt) {
        return List.of(
                event(id, 1, "detected", null, null, detectedAt, 0, "something is wrong with monitor, for 2.1 s"),
                diagnosed(id, 2, detectedAt),
                event(id, 3, "remedy-begun", "call-person", null, detectedAt, 60_000, "call-person for monitor"),
                event(
                        id,
                        4,
                        "closed",
                        null,
                        "HANDED_OVER",
                        detectedAt,
                        61_000,
                        "monitor needs a person: hung-process"));
    }

    private static IncidentEvent diagnosed(String id, long sequence, Instant detectedAt) {
        return new IncidentEvent(
                id,
                sequence,
                "diagnosed",
                "monitor",
                "hung-process",
                null,
                null,
                detectedAt,
                detectedAt.plusMillis(10),
                10,
                2_100,
                "hung-process of monitor, confidence 0.92",
                List.of("Its port takes connections and no request was answered for 2.1 s.", "Its heartbeats stopped."),
                List.of("Not the broker: others speak through it.", "Not a crash: the process is there."));
    }

    public static IncidentEvent event(
            String id,
            long sequence,
            String event,
            @Nullable String remedy,
            @Nullable String verdict,
            Instant detectedAt,
            long elapsedMillis,
            String sentence) {
        return new IncidentEvent(
                id,
                sequence,
                event,
                "monitor",
                "hung-process",
                remedy,
                verdict,
                detectedAt,
                detectedAt.plusMillis(elapsedMillis),
                elapsedMillis,
                2_100,
                sentence,
                List.of(),
                List.of());
    }

    /** The same events of another target. */
    public static List<IncidentEvent> at(String target, List<IncidentEvent> events) {
        return events.stream()
                .map(event -> new IncidentEvent(
                        event.incidentId(),
                        event.sequence(),
                        event.event(),
                        target,
                        event.kind(),
                        event.remedy(),
                        event.verdict(),
                        event.detectedAt(),
                        event.at(),
                        event.elapsedMillis(),
                        event.faultMillis(),
                        event.sentence(),
                        event.evidence(),
                        event.ruledOut()))
                .toList();
    }

    public static String json(IncidentEvent event) {
        return new String(event.json(), StandardCharsets.UTF_8);
    }
}
