package io.homeostat.healer.incidents;

import io.homeostat.model.incident.IncidentEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands after the newest of its events. Immutable.
 *
 * @param incidentId its id
 * @param target to which it happened
 * @param kind what is, or was, wrong
 * @param open whether its verdict is still to come
 * @param verdict of a closed one; {@code null} while it is open
 * @param detectedAt when the healer saw it
 * @param closedAt when its verdict was given; {@code null} while it is open
 * @param detectedAfterMillis for how long it had been wrong when it was detected
 * @param tookMillis from the detection to the newest event
 * @param remedies that were begun, in their order
 * @param sentence of the newest event
 * @param events its story, oldest first; empty in lists
 */
public record Incident(
        String incidentId,
        String target,
        String kind,
        boolean open,
        @Nullable String verdict,
        Instant detectedAt,
        @Nullable Instant closedAt,
        long detectedAfterMillis,
        long tookMillis,
        List<String> remedies,
        String sentence,
        List<IncidentEvent> events) {

    public Incident {
        remedies = List.copyOf(remedies);
        events = List.copyOf(events);
    }

    /** What came of some events of one incident, in their order; there must be one at least. */
    static Incident of(List<IncidentEvent> events, boolean withEvents) {
        IncidentEvent first = events.get(0);
        IncidentEvent last = events.get(events.size() - 1);
        boolean closed = last.event().equals("closed");
        return new Incident(
                last.incidentId(),
                last.target(),
                last.kind(),
                !closed,
                closed ? last.verdict() : null,
                first.detectedAt(),
                closed ? last.at() : null,
                first.faultMillis(),
                last.elapsedMillis(),
                events.stream()
                        .filter(event -> event.event().equals("remedy-begun"))
                        .map(event -> String.valueOf(event.remedy()))
                        .toList(),
                last.sentence(),
                withEvents ? events : List.of());
    }
}
