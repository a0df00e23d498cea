package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.recovering.RecoveryStep;
import io.homeostat.model.incident.IncidentEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the events of one incident from the steps of its recovery. Not thread-safe. */
final class IncidentStory {

    private final String incidentId;
    private final String target;
    private final Instant detectedAt;
    private final long detectedMillis;
    private String kind;
    private boolean acted;
    private long sequence;
    private long faultMillis;

    IncidentStory(String incidentId, Diagnosis diagnosis, Instant detectedAt, long detectedMillis, long sequence) {
        this.incidentId = incidentId;
        this.target = diagnosis.component();
        this.kind = diagnosis.kind().label();
        this.faultMillis = diagnosis.sinceMillis();
        this.detectedAt = detectedAt;
        this.detectedMillis = detectedMillis;
        this.sequence = sequence;
    }

    String incidentId() {
        return incidentId;
    }

    long sequence() {
        return sequence;
    }

    /** What is wrong, as was said last before anything was done: what shows afterwards may come of that. */
    String kind() {
        return kind;
    }

    Instant detectedAt() {
        return detectedAt;
    }

    /** The event that tells of a step. */
    IncidentEvent tell(RecoveryStep step, Instant at, long nowMillis) {
        if (step instanceof RecoveryStep.Detected detected) {
            faultMillis = detected.faultMillis();
            return event("detected", step, null, null, null, at, nowMillis);
        } else if (step instanceof RecoveryStep.Diagnosed diagnosed) {
            if (!acted) {
                kind = diagnosed.diagnosis().kind().label();
            }
            return event("diagnosed", step, null, null, diagnosed.diagnosis(), at, nowMillis);
        } else if (step instanceof RecoveryStep.TakenOver) {
            return event("taken-over", step, null, null, null, at, nowMillis);
        } else if (step instanceof RecoveryStep.Held) {
            return event("held", step, null, null, null, at, nowMillis);
        } else if (step instanceof RecoveryStep.Skipped skipped) {
            return event("skipped", step, skipped.remedy().label(), null, null, at, nowMillis);
        } else if (step instanceof RecoveryStep.Begin begin) {
            acted |= begin.remedy().actsOnTarget();
            return event("remedy-begun", step, begin.remedy().label(), null, null, at, nowMillis);
        } else if (step instanceof RecoveryStep.RemedyEnded ended) {
            return event("remedy-ended", step, ended.remedy().label(), null, null, at, nowMillis);
        } else if (step instanceof RecoveryStep.Verifying verifying) {
            return event("verifying", step, verifying.remedy().label(), null, null, at, nowMillis);
        } else if (step instanceof RecoveryStep.NotHealed notHealed) {
            return event(
                    "not-healed",
                    step,
                    notHealed.remedy().label(),
                    notHealed.verdict().name(),
                    null,
                    at,
                    nowMillis);
        } else if (step instanceof RecoveryStep.Closed closed) {
            return event("closed", step, null, closed.verdict().name(), null, at, nowMillis);
        }
        throw new IllegalStateException("there is no event for " + step);
    }

    private IncidentEvent event(
            String name,
            RecoveryStep step,
            @Nullable String remedy,
            @Nullable String verdict,
            @Nullable Diagnosis diagnosis,
            Instant at,
            long nowMillis) {
        sequence++;
        return new IncidentEvent(
                incidentId,
                sequence,
                name,
                target,
                kind,
                remedy,
                verdict,
                detectedAt,
                at,
                nowMillis - detectedMillis,
                faultMillis,
                step.sentence(),
                diagnosis == null ? List.of() : diagnosis.evidence(),
                diagnosis == null ? List.of() : diagnosis.ruledOut());
    }
}
