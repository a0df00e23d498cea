package io.homeostat.healer.recovering;

import io.homeostat.healer.recovering.RecoveryStep.Begin;
import io.homeostat.healer.recovering.RecoveryStep.Held;
import io.homeostat.healer.recovering.RecoveryStep.Skipped;
import io.homeostat.healer.recovering.guards.Intent;
import io.homeostat.healer.recovering.guards.Ruling;
import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.recovering.remedies.Spans;
import io.homeostat.healer.signals.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way up the ladder: which remedy is next, and whether it may begin. Not thread-safe.
 *
 * <p>A refusal is waited for with patience; one that lasts longer than that, or says at once that it will, makes a
 * person be called, unless it is a person's own order.
 */
final class Climb {

    /** Who calls a person first waits for the monitor's alert and then tries a webhook. */
    private static final long CALL_MILLIS = 60_000;

    private final RecoveryMeans means;
    private final RecoveryMemory memory;

    Climb(RecoveryMeans means, RecoveryMemory memory) {
        this.means = means;
        this.memory = memory;
    }

    /** Begins the next remedy, waits, or says why neither is done. */
    void next(long now, Role role, List<RecoveryStep> steps) {
        List<RemedyKind> left = left(role, steps);
        RemedyKind wanted = memory.tried.isEmpty()
                ? means.experience()
                        .startingRung(
                                memory.diagnosis.kind(),
                                memory.target,
                                left,
                                remedy -> judge(remedy, now) instanceof Ruling.Allowed)
                : left.get(0);
        if (judge(wanted, now) instanceof Ruling.Refused refused) {
            hold(refused, wanted, now, steps);
        } else {
            begin(wanted, now, steps);
        }
    }

    private List<RemedyKind> left(Role role, List<RecoveryStep> steps) {
        List<RemedyKind> left = new ArrayList<>(
                means.ladders().of(memory.diagnosis.kind(), role).without(memory.tried));
        left.removeAll(memory.skipped);
        for (RemedyKind remedy : List.copyOf(left)) {
            Optional<String> reason = means.experience().skip(memory.diagnosis.kind(), memory.target, remedy);
            if (reason.isPresent() && left.contains(remedy)) {
                memory.skipped.add(remedy);
                left.removeAll(List.of(remedy));
                steps.add(new Skipped(remedy, reason.get()));
            }
        }
        return left;
    }

    private void hold(Ruling.Refused refused, RemedyKind wanted, long now, List<RecoveryStep> steps) {
        if (memory.phase != RecoveryPhase.CHOOSING) {
            memory.enter(RecoveryPhase.CHOOSING, now);
        }
        String by = refused.guard() + " " + wanted.label();
        if (!by.equals(memory.heldBy)) {
            memory.heldBy = by;
            steps.add(new Held(refused.sentence()));
        }
        if (refused.byPerson()) {
            memory.heldAt = null;
            return;
        }
        if (memory.heldAt == null) {
            memory.heldAt = now;
        }
        long end = memory.heldAt + means.settings().patienceMillis();
        boolean neverInTime = refused.untilMillis() != Ruling.UNKNOWN && refused.untilMillis() > end;
        if ((now >= end || neverInTime) && judge(RemedyKind.CALL_PERSON, now) instanceof Ruling.Allowed) {
            begin(RemedyKind.CALL_PERSON, now, steps);
        }
    }

    void begin(RemedyKind remedy, long now, List<RecoveryStep> steps) {
        memory.heldAt = null;
        memory.heldBy = "";
        memory.tried.add(remedy);
        memory.remedy = remedy;
        memory.remedyAt = now;
        memory.treated = memory.diagnosis.kind();
        memory.enter(remedy == RemedyKind.HOLD ? RecoveryPhase.HOLDING : RecoveryPhase.RUNNING, now);
        if (remedy == RemedyKind.HOLD) {
            memory.key = null;
            steps.add(new Held("nothing is done for up to %s: %s of %s may pass without it"
                    .formatted(Spans.words(holdMillis()), memory.treated.label(), memory.target)));
            return;
        }
        memory.begun++;
        String key = "%s/%d/%s".formatted(memory.incidentId, memory.begun, remedy.label());
        memory.key = key;
        means.guardRails().begun(memory.target, remedy, now);
        steps.add(new Begin(
                remedy,
                key,
                boundMillis(remedy),
                "%s of %s begins, because of %s".formatted(remedy.label(), memory.target, memory.treated.label())));
    }

    /** For how long to wait whether it passes. */
    long holdMillis() {
        return FaultNature.of(memory.diagnosis.kind()) == FaultNature.SLOWNESS
                ? means.settings().patienceMillis()
                : boundMillis(RemedyKind.HOLD);
    }

    /** A circuit is broken for as long as what it depends on is away; everything else is bounded by what was measured. */
    long boundMillis(RemedyKind remedy) {
        return switch (remedy) {
            case CIRCUIT_BREAK -> means.settings().patienceMillis();
            case CALL_PERSON -> CALL_MILLIS;
            case HOLD, RETRY, QUARANTINE, REPLACE_THREAD, RESTART_PIPELINE, RESTART_PROCESS, TAKE_BACK ->
                means.times().boundMillis(memory.treated, remedy);
        };
    }

    private Ruling judge(RemedyKind remedy, long now) {
        return means.guardRails()
                .judge(new Intent(memory.target, remedy, memory.diagnosis.kind(), memory.diagnosis.sinceMillis(), now));
    }
}
