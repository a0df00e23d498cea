package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recovery as it is stored: everything it needs to go on in another process. Ages in milliseconds and not times,
 * because another process counts from another beginning; {@code null} is an age of what is not so. Immutable.
 *
 * @param incidentId of the incident
 * @param target to which it happened
 * @param diagnosis the newest
 * @param phase where it stands
 * @param factual whether anything diagnosed so far is a fact and no mere suspicion
 * @param detectedAgoMillis since the fault was seen
 * @param phaseAgoMillis since the phase began
 * @param heldAgoMillis since the guard rails refuse
 * @param heldBy the guard and the remedy of the newest refusal; empty if none
 * @param clearAgoMillis since nothing is diagnosed any more
 * @param provedAgoMillis since it is proved that the target works
 * @param marks how far it was when the fault was seen
 * @param tried remedies, in their order
 * @param skipped remedies that are not tried in this incident
 * @param begun how many remedies were begun; the keys count by it
 * @param remedy the newest, under way or being verified
 * @param key of that remedy; {@code null}: it has none, since it only waited
 * @param treated the kind of fault for which it was begun
 * @param remedyAgoMillis since it was begun
 */
public record RecoveryState(
        String incidentId,
        String target,
        Diagnosis diagnosis,
        RecoveryPhase phase,
        boolean factual,
        long detectedAgoMillis,
        long phaseAgoMillis,
        @Nullable Long heldAgoMillis,
        String heldBy,
        @Nullable Long clearAgoMillis,
        @Nullable Long provedAgoMillis,
        List<Mark> marks,
        List<RemedyKind> tried,
        List<RemedyKind> skipped,
        int begun,
        @Nullable RemedyKind remedy,
        @Nullable String key,
        FaultKind treated,
        long remedyAgoMillis) {

    public RecoveryState {
        marks = List.copyOf(marks);
        tried = List.copyOf(tried);
        skipped = List.copyOf(skipped);
    }
}
