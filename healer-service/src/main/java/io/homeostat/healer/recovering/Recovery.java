package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.RecoveryStep.Begin;
import io.homeostat.healer.recovering.RecoveryStep.Closed;
import io.homeostat.healer.recovering.RecoveryStep.Detected;
import io.homeostat.healer.recovering.RecoveryStep.Diagnosed;
import io.homeostat.healer.recovering.RecoveryStep.RemedyEnded;
import io.homeostat.healer.recovering.RemedyResult.Outcome;
import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.recovering.remedies.Spans;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The course of one incident, from its detection to its verdict. Not thread-safe, and it does nothing itself: it is
 * driven by the time and what is seen, and says what happened and what is to be done.
 *
 * <p>The ladder of the diagnosed kind is climbed from where experience says, as far as the guard rails allow. After
 * each remedy it is verified; a remedy after which the target does not work makes room for the next, and the last calls
 * a person. What clears by itself before anything was done is withdrawn if it was a suspicion, and verified if it was a
 * fact. A new diagnosis changes the ladder; what was tried stays tried, so that no incident goes on for ever.
 */
public final class Recovery {

    /** A fault that is not seen for so long is gone, at least for now. */
    private static final long CLEAR_MILLIS = 1_500;

    private final RecoveryMeans means;
    private final RecoveryMemory memory;
    private final Climb climb;
    private final Verification verification;
    private boolean inherited;

    private Recovery(RecoveryMeans means, RecoveryMemory memory, boolean inherited) {
        this.means = means;
        this.memory = memory;
        this.climb = new Climb(means, memory);
        this.verification = new Verification(means, memory);
        this.inherited = inherited;
    }

    /** Of a fault that is seen now. */
    public static Recovery open(String incidentId, Diagnosis diagnosis, RecoveryMeans means, long nowMillis) {
        return new Recovery(means, new RecoveryMemory(incidentId, diagnosis, nowMillis), false);
    }

    /** Goes on where another process ended. A remedy that it had begun is not begun again but verified. */
    public static Recovery restored(RecoveryState state, RecoveryMeans means, long nowMillis) {
        return new Recovery(means, new RecoveryMemory(state, nowMillis), state.phase() == RecoveryPhase.RUNNING);
    }

    /** Everything that another process needs to go on. To be stored before a {@link Begin} is obeyed. */
    public RecoveryState state(long nowMillis) {
        return memory.state(nowMillis);
    }

    /** The target's name. */
    public String target() {
        return memory.target;
    }

    /** Whether its verdict was given. */
    public boolean isClosed() {
        return memory.phase == RecoveryPhase.CLOSED;
    }

    /**
     * Looks, and goes on.
     *
     * @param nowMillis the monotonic time
     * @param seen the diagnosis that blames the target or explains its trouble; empty if it is well
     * @param snapshot all targets; the guard rails must have seen it before
     */
    public List<RecoveryStep> step(long nowMillis, Optional<Diagnosis> seen, Snapshot snapshot) {
        List<RecoveryStep> steps = new ArrayList<>();
        if (isClosed()) {
            return steps;
        }
        Optional<TargetSignals> target = snapshot.target(memory.target);
        if (target.isEmpty()) {
            leave(nowMillis, steps);
            return steps;
        }
        memory.progress.look(target.get(), nowMillis);
        Optional<Diagnosis> fault = seen.filter(this::concerns);
        detect(nowMillis, steps);
        fault.filter(this::blames).ifPresent(newest -> diagnose(newest, nowMillis, steps));
        switch (memory.phase) {
            case DETECTED, CHOOSING, HOLDING -> decide(nowMillis, fault, target.get(), steps);
            case RUNNING -> await(nowMillis, steps);
            case VERIFYING -> verification.look(nowMillis, fault, target.get(), steps);
            case CLOSED -> {}
        }
        return steps;
    }

    /**
     * Tells what came of a remedy that was begun. A key that is not under way, because it was given up or told before,
     * changes nothing.
     */
    public List<RecoveryStep> remedyEnded(String key, RemedyResult result, long nowMillis) {
        List<RecoveryStep> steps = new ArrayList<>();
        RemedyKind remedy = memory.remedy;
        if (memory.phase != RecoveryPhase.RUNNING || remedy == null || !key.equals(memory.key)) {
            return steps;
        }
        inherited = false;
        means.guardRails().ended(memory.target);
        if (result.outcome() == Outcome.REFUSED || result.outcome() == Outcome.NOT_APPLICABLE) {
            means.guardRails().notDone(memory.target, remedy, nowMillis);
        }
        steps.add(new RemedyEnded(
                key,
                remedy,
                result,
                "%s of %s ended after %s: %s"
                        .formatted(
                                remedy.label(),
                                memory.target,
                                Spans.words(nowMillis - memory.remedyAt),
                                result.sentence())));
        if (remedy == RemedyKind.CALL_PERSON) {
            close(
                    Verdict.HANDED_OVER,
                    "%s needs a person: %s. Tried: %s. The call: %s"
                            .formatted(memory.target, memory.diagnosis.kind().label(), triedWords(), result.sentence()),
                    steps);
            return steps;
        }
        switch (result.outcome()) {
            case DONE, TIMED_OUT, UNKNOWN -> verification.begin(nowMillis, steps);
            case FAILED, REFUSED -> verification.fail("it could not be done", nowMillis, steps);
            case NOT_APPLICABLE -> memory.chooseAgain(nowMillis);
        }
        return steps;
    }

    /**
     * A person orders a remedy. The guard rails must have been asked whether that may be.
     *
     * @param remedy one that acts on the target
     */
    public List<RecoveryStep> order(RemedyKind remedy, long nowMillis) {
        List<RecoveryStep> steps = new ArrayList<>();
        detect(nowMillis, steps);
        // what was done is verified, whatever was seen before
        memory.factual = true;
        climb.begin(remedy, nowMillis, steps);
        return steps;
    }

    private void detect(long now, List<RecoveryStep> steps) {
        if (memory.phase != RecoveryPhase.DETECTED) {
            return;
        }
        Diagnosis first = memory.diagnosis;
        steps.add(new Detected(
                memory.target,
                first.sinceMillis(),
                "something is wrong with %s, for %s".formatted(memory.target, Spans.words(first.sinceMillis()))));
        steps.add(diagnosed(first));
        memory.enter(RecoveryPhase.CHOOSING, now);
    }

    private void diagnose(Diagnosis newest, long now, List<RecoveryStep> steps) {
        if (isCatchingUp(newest) || isOwnDoing(newest) || !memory.notice(newest)) {
            return;
        }
        steps.add(diagnosed(newest));
        memory.skipped.clear();
        if (memory.phase == RecoveryPhase.VERIFYING
                && newest.kind() == FaultKind.POISON_RECORD
                && memory.treated != FaultKind.POISON_RECORD) {
            verification.fail("it dies on one record, which that does not change", now, steps);
            return;
        }
        boolean waits = memory.phase == RecoveryPhase.HOLDING || memory.phase == RecoveryPhase.CHOOSING;
        if (waits
                && !memory.acted()
                && now - memory.detectedAt < means.settings().patienceMillis()) {
            memory.tried.clear();
            memory.enter(RecoveryPhase.CHOOSING, now);
        }
    }

    /** What is only supposed while something graver is verified, and slowness of what was down, is its aftermath. */
    private boolean isCatchingUp(Diagnosis newest) {
        FaultNature nature = FaultNature.of(newest.kind());
        if (nature.isFact()) {
            return false;
        }
        if (memory.phase == RecoveryPhase.VERIFYING) {
            return FaultNature.of(memory.treated) != FaultNature.SLOWNESS;
        }
        FaultNature known = FaultNature.of(memory.diagnosis.kind());
        boolean vague = newest.kind() == FaultKind.OVERLOADED && known == FaultNature.SLOWNESS;
        return vague || (nature == FaultNature.SLOWNESS && known == FaultNature.OUTAGE);
    }

    /** A pipeline that was told to begin anew and could not end its old threads has failed by that, and by nothing else. */
    private boolean isOwnDoing(Diagnosis newest) {
        return newest.kind() == FaultKind.DEAD_THREAD
                && memory.diagnosis.kind() == FaultKind.STALLED_PIPELINE
                && memory.tried.contains(RemedyKind.RESTART_PIPELINE);
    }

    private void decide(long now, Optional<Diagnosis> fault, TargetSignals target, List<RecoveryStep> steps) {
        if (fault.isEmpty()) {
            clear(now, steps);
            return;
        }
        memory.clearAt = null;
        if (!blames(fault.get())) {
            follow(fault.get(), steps);
        } else if (!holds(now, target)) {
            climb.next(now, target.role(), steps);
        }
    }

    /** Who is being started by somebody nearer is not started again meanwhile, however long that takes. */
    private boolean holds(long now, TargetSignals target) {
        long bound = target.process().isStarting() ? means.settings().patienceMillis() : climb.holdMillis();
        return memory.phase == RecoveryPhase.HOLDING && now - memory.phaseAt < bound;
    }

    private void clear(long now, List<RecoveryStep> steps) {
        if (memory.clearAt == null) {
            memory.clearAt = now;
        }
        long clearFor = now - memory.clearAt;
        if (memory.factual || memory.acted()) {
            // what was done shows itself in other ways for a moment
            if (clearFor >= CLEAR_MILLIS) {
                verification.beginUnlessTreated(now, steps);
            }
            return;
        }
        if (clearFor >= means.settings().stableMillis()) {
            close(
                    Verdict.WITHDRAWN,
                    "the suspicion of %s at %s cleared by itself and has been gone for %s; nothing was done"
                            .formatted(memory.diagnosis.kind().label(), memory.target, Spans.words(clearFor)),
                    steps);
        }
    }

    private void follow(Diagnosis root, List<RecoveryStep> steps) {
        close(
                memory.acted() ? Verdict.INCONCLUSIVE : Verdict.WITHDRAWN,
                "the trouble of %s follows from %s of %s, which has an incident of its own"
                        .formatted(memory.target, root.kind().label(), root.component()),
                steps);
    }

    private void await(long now, List<RecoveryStep> steps) {
        RemedyKind remedy = memory.remedy;
        String key = memory.key;
        if (remedy == null || key == null) {
            throw new IllegalStateException("a remedy is under way that has no name or no key");
        }
        if (inherited) {
            steps.addAll(remedyEnded(
                    key,
                    new RemedyResult(Outcome.UNKNOWN, "the healer that began it ended; it is not begun again"),
                    now));
        } else if (now - memory.remedyAt >= climb.boundMillis(remedy)) {
            steps.addAll(remedyEnded(
                    key,
                    new RemedyResult(Outcome.TIMED_OUT, "given up after " + Spans.words(now - memory.remedyAt)),
                    now));
        }
    }

    private void leave(long now, List<RecoveryStep> steps) {
        if (memory.phase == RecoveryPhase.RUNNING && memory.key != null) {
            steps.addAll(remedyEnded(
                    memory.key, new RemedyResult(Outcome.TIMED_OUT, "given up, the target is watched no more"), now));
        }
        if (!isClosed()) {
            close(Verdict.INCONCLUSIVE, memory.target + " is watched no more", steps);
        }
    }

    private boolean concerns(Diagnosis diagnosis) {
        return blames(diagnosis) || diagnosis.explains().contains(memory.target);
    }

    private boolean blames(Diagnosis diagnosis) {
        return diagnosis.component().equals(memory.target);
    }

    private String triedWords() {
        List<String> labels = memory.tried.stream()
                .filter(remedy -> remedy != RemedyKind.CALL_PERSON)
                .map(RemedyKind::label)
                .toList();
        return labels.isEmpty() ? "nothing" : String.join(", ", labels);
    }

    private Diagnosed diagnosed(Diagnosis diagnosis) {
        return new Diagnosed(
                diagnosis,
                "%s of %s, confidence %.2f".formatted(diagnosis.kind().label(), memory.target, diagnosis.confidence())
                        + (diagnosis.evidence().isEmpty()
                                ? ""
                                : ": " + diagnosis.evidence().get(0)));
    }

    private void close(Verdict verdict, String sentence, List<RecoveryStep> steps) {
        memory.phase = RecoveryPhase.CLOSED;
        steps.add(new Closed(verdict, sentence));
    }
}
