package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recovery remembers, in monotonic times of this process. Not thread-safe. */
final class RecoveryMemory {

    final String incidentId;
    final String target;
    final long detectedAt;
    final Progress progress;
    final List<RemedyKind> tried;
    final List<RemedyKind> skipped;

    Diagnosis diagnosis;
    RecoveryPhase phase;
    boolean factual;
    long phaseAt;

    @Nullable
    Long heldAt;

    String heldBy;

    @Nullable
    Long clearAt;

    @Nullable
    Long provedAt;

    int begun;

    @Nullable
    RemedyKind remedy;

    @Nullable
    String key;

    FaultKind treated;
    long remedyAt;

    RecoveryMemory(String incidentId, Diagnosis diagnosis, long now) {
        this(
                new RecoveryState(
                        incidentId,
                        diagnosis.component(),
                        diagnosis,
                        RecoveryPhase.DETECTED,
                        isFact(diagnosis),
                        0,
                        0,
                        null,
                        "",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        null,
                        null,
                        diagnosis.kind(),
                        0),
                now);
    }

    RecoveryMemory(RecoveryState state, long now) {
        incidentId = state.incidentId();
        target = state.target();
        detectedAt = now - state.detectedAgoMillis();
        progress = new Progress(state.marks());
        tried = new ArrayList<>(state.tried());
        skipped = new ArrayList<>(state.skipped());
        diagnosis = state.diagnosis();
        phase = state.phase();
        factual = state.factual();
        phaseAt = now - state.phaseAgoMillis();
        heldAt = time(state.heldAgoMillis(), now);
        heldBy = state.heldBy();
        clearAt = time(state.clearAgoMillis(), now);
        provedAt = time(state.provedAgoMillis(), now);
        begun = state.begun();
        remedy = state.remedy();
        key = state.key();
        treated = state.treated();
        remedyAt = now - state.remedyAgoMillis();
    }

    RecoveryState state(long now) {
        return new RecoveryState(
                incidentId,
                target,
                diagnosis,
                phase,
                factual,
                now - detectedAt,
                now - phaseAt,
                age(heldAt, now),
                heldBy,
                age(clearAt, now),
                age(provedAt, now),
                progress.marks(),
                tried,
                skipped,
                begun,
                remedy,
                key,
                treated,
                now - remedyAt);
    }

    void enter(RecoveryPhase next, long now) {
        phase = next;
        phaseAt = now;
        clearAt = null;
        provedAt = null;
    }

    /** The newest remedy is done with, and did not help. */
    void chooseAgain(long now) {
        remedy = null;
        key = null;
        enter(RecoveryPhase.CHOOSING, now);
    }

    /** Takes note of a diagnosis and says whether it is of another kind than the one before. */
    boolean notice(Diagnosis newest) {
        boolean another = newest.kind() != diagnosis.kind();
        diagnosis = newest;
        factual |= isFact(newest);
        return another;
    }

    /** Whether anything was done to the target in this incident. */
    boolean acted() {
        return tried.stream().anyMatch(RemedyKind::actsOnTarget);
    }

    private static boolean isFact(Diagnosis diagnosis) {
        return FaultNature.of(diagnosis.kind()).isFact();
    }

    private static @Nullable Long age(@Nullable Long time, long now) {
        return time == null ? null : now - time;
    }

    private static @Nullable Long time(@Nullable Long age, long now) {
        return age == null ? null : now - age;
    }
}
