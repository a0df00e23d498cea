package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.RecoveryPhase;
import io.homeostat.healer.recovering.RecoveryState;
import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.model.incident.Incident;
import io.homeostat.model.incident.IncidentEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a healer makes of an incident that another healer began and does not go on with, from the events that it told. A
 * remedy that was begun is not begun again but verified.
 */
final class Inheritance {

    private static final double HEARSAY = 0.5;

    private Inheritance() {}

    static RecoveryState of(Incident incident) {
        List<IncidentEvent> events = incident.events();
        IncidentEvent last = events.get(events.size() - 1);
        Diagnosis diagnosis = diagnosis(incident, last);
        List<RemedyKind> tried = remedies(events, "remedy-begun");
        RemedyKind newest = tried.isEmpty() ? null : tried.get(tried.size() - 1);
        RecoveryPhase phase = phase(last, newest);
        boolean underWay = phase == RecoveryPhase.RUNNING || phase == RecoveryPhase.VERIFYING;
        return new RecoveryState(
                incident.incidentId(),
                incident.target(),
                diagnosis,
                phase,
                FaultNature.of(diagnosis.kind()).isFact(),
                last.elapsedMillis(),
                0,
                null,
                "",
                null,
                null,
                List.of(),
                tried,
                remedies(events, "skipped"),
                tried.size(),
                underWay ? newest : null,
                underWay && newest != null
                        ? "%s/%d/%s".formatted(incident.incidentId(), tried.size(), newest.label())
                        : null,
                diagnosis.kind(),
                0);
    }

    private static Diagnosis diagnosis(Incident incident, IncidentEvent last) {
        IncidentEvent diagnosed = incident.events().stream()
                .filter(event -> event.event().equals("diagnosed"))
                .reduce((one, later) -> later)
                .orElse(last);
        return new Diagnosis(
                incident.target(),
                FaultKind.ofLabel(incident.kind()).orElse(FaultKind.UNKNOWN),
                HEARSAY,
                diagnosed.evidence(),
                diagnosed.ruledOut(),
                List.of(),
                incident.detectedAfterMillis() + last.elapsedMillis());
    }

    private static RecoveryPhase phase(IncidentEvent last, @Nullable RemedyKind newest) {
        if (newest == null) {
            return RecoveryPhase.CHOOSING;
        }
        return switch (last.event()) {
            case "remedy-begun" -> RecoveryPhase.RUNNING;
            case "remedy-ended", "verifying" -> RecoveryPhase.VERIFYING;
            default -> RecoveryPhase.CHOOSING;
        };
    }

    private static List<RemedyKind> remedies(List<IncidentEvent> events, String of) {
        return events.stream()
                .filter(event -> event.event().equals(of))
                .map(IncidentEvent::remedy)
                .filter(Objects::nonNull)
                .map(RemedyKind::ofLabel)
                .flatMap(Optional::stream)
                .toList();
    }
}
