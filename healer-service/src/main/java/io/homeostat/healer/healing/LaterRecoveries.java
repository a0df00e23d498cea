package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import io.homeostat.model.incident.Incident;
import io.homeostat.model.incident.IncidentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds the targets that work again after a person was called for them: what that person is told of as mended. Nothing
 * but what is seen and what the incidents tell goes into it, so that any healer may find it, also after a restart.
 */
final class LaterRecoveries {

    private LaterRecoveries() {}

    /**
     * The events that tell of it, one an incident.
     *
     * @param handedOver the incidents that ended with a call and of whose target nothing was told since
     * @param faults all that is wrong now
     * @param stableMillis for how long a target must be well until that is believed
     */
    static List<IncidentEvent> of(
            List<Incident> handedOver, Snapshot snapshot, List<Diagnosis> faults, long stableMillis, Instant at) {
        return handedOver.stream()
                .filter(incident -> snapshot.target(incident.target())
                        .filter(target -> isWell(target, faults, stableMillis))
                        .isPresent())
                .map(incident -> recovered(incident, stableMillis, at))
                .toList();
    }

    private static boolean isWell(TargetSignals target, List<Diagnosis> faults, long stableMillis) {
        return target.upMillis() >= stableMillis
                && faults.stream()
                        .noneMatch(fault -> fault.component().equals(target.name())
                                || fault.explains().contains(target.name()));
    }

    private static IncidentEvent recovered(Incident incident, long stableMillis, Instant at) {
        long elapsed = Duration.between(incident.detectedAt(), at).toMillis();
        return new IncidentEvent(
                incident.incidentId(),
                incident.sequence() + 1,
                "recovered",
                incident.target(),
                incident.kind(),
                null,
                null,
                incident.detectedAt(),
                at,
                Math.max(incident.tookMillis(), elapsed),
                incident.detectedAfterMillis(),
                "%s works again, and has been well for %d s".formatted(incident.target(), stableMillis / 1_000),
                List.of(),
                List.of());
    }
}
