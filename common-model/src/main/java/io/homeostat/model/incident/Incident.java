package io.homeostat.model.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands after the newest of its events, as every service shows it by HTTP. Immutable.
 *
 * @param incidentId its id
 * @param sequence of the newest event
 * @param target to which it happened
 * @param kind what is, or was, wrong
 * @param open whether its verdict is still to come
 * @param verdict of a closed one; {@code null} while it is open
 * @param detectedAt when the healer saw it
 * @param closedAt when its verdict was given; {@code null} while it is open
 * @param detectedAfterMillis for how long it had been wrong when it was detected
 * @param tookMillis from the detection to the verdict, or to the newest event while it is open
 * @param remedies that were begun, in their order
 * @param sentence of the newest event
 * @param events its story, oldest first; empty in lists
 */
public record Incident(
        String incidentId,
        long sequence,
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
    public static Incident of(List<IncidentEvent> events, boolean withEvents) {
        IncidentEvent first = events.get(0);
        IncidentEvent last = events.get(events.size() - 1);
        // what is told after the verdict, such as a target that recovered later, opens nothing again
        IncidentEvent end = events.stream()
                .filter(event -> event.event().equals("closed"))
                .findFirst()
                .orElse(null);
        return new Incident(
                last.incidentId(),
                last.sequence(),
                last.target(),
                last.kind(),
                end == null,
                end == null ? null : end.verdict(),
                first.detectedAt(),
                end == null ? null : end.at(),
                first.faultMillis(),
                (end == null ? last : end).elapsedMillis(),
                events.stream()
                        .filter(event -> event.event().equals("remedy-begun"))
                        .map(event -> String.valueOf(event.remedy()))
                        .toList(),
                last.sentence(),
                withEvents ? events : List.of());
    }
}
