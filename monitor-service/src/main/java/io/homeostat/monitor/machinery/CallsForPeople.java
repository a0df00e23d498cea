package io.homeostat.monitor.machinery;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.incident.IncidentEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which alerts an incident's events begin and end: one begins when the healer calls a person, and ends when it saw the
 * target work again, in this incident or a later one. Not thread-safe.
 */
final class CallsForPeople {

    private static final int MOST_INCIDENTS = 1_000;

    private final OpenAlerts alerts;
    /** How far each incident was told, so that an event which a healer sends twice is heard once. */
    private final Map<String, Long> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_INCIDENTS;
        }
    };

    CallsForPeople(OpenAlerts alerts) {
        this.alerts = alerts;
    }

    /** Takes the next event of an incident, and says what is to be told of it. */
    List<AlertEvent> take(IncidentEvent event) {
        if (event.sequence() <= told.getOrDefault(event.incidentId(), 0L)) {
            return List.of();
        }
        told.put(event.incidentId(), event.sequence());
        if (callsPerson(event)) {
            return call(event);
        }
        return worksAgain(event)
                ? alerts.of(MachineryRule.INCIDENT, event.target()).stream()
                        .map(open ->
                                alerts.resolve(open, Finding.recovered(event.target(), event.incidentId()), event.at()))
                        .toList()
                : List.of();
    }

    private List<AlertEvent> call(IncidentEvent event) {
        List<AlertEvent> before =
                alerts.of(MachineryRule.INCIDENT, event.target()).stream().toList();
        if (before.stream().anyMatch(open -> event.incidentId().equals(OpenAlerts.argument(open, "incidentId")))) {
            return List.of();
        }
        // the healer waits for the alert of this incident: the one of an older incident makes room
        Stream<AlertEvent> ended = before.stream()
                .map(open -> alerts.resolve(open, Finding.superseded(event.target(), event.incidentId()), event.at()));
        return Stream.concat(
                        ended,
                        Stream.of(event)
                                .map(called -> alerts.fire(
                                        MachineryRule.INCIDENT,
                                        called.target(),
                                        called.incidentId(),
                                        Severity.CRITICAL,
                                        Finding.needsPerson(
                                                called.target(), called.kind(), called.incidentId(), called.sentence()),
                                        called.at())))
                .toList();
    }

    private static boolean callsPerson(IncidentEvent event) {
        return (event.event().equals("remedy-begun") && "call-person".equals(event.remedy()))
                || (event.event().equals("closed") && "HANDED_OVER".equals(event.verdict()));
    }

    private static boolean worksAgain(IncidentEvent event) {
        return event.event().equals("recovered")
                || (event.event().equals("closed") && "HEALED".equals(event.verdict()));
    }
}
