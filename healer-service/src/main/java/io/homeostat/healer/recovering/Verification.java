package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.recovering.RecoveryStep.Closed;
import io.homeostat.healer.recovering.RecoveryStep.NotHealed;
import io.homeostat.healer.recovering.RecoveryStep.Verifying;
import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.recovering.remedies.Spans;
import io.homeostat.healer.signals.TargetSignals;
import java.util.List;
import java.util.Optional;

/**
 * Whether the target works again after a remedy, or by itself. Not thread-safe.
 *
 * <p>It does when progress is proved, no fault is seen, and both last for the stable period. As long as it moves on
 * towards the proof the time for it is extended, up to the patience: nobody is treated again for having much to catch up
 * with. When the time is over, a fault that is seen makes room for the next remedy; with none there is no more to say.
 */
final class Verification {

    private final RecoveryMeans means;
    private final RecoveryMemory memory;

    Verification(RecoveryMeans means, RecoveryMemory memory) {
        this.means = means;
        this.memory = memory;
    }

    void begin(long now, List<RecoveryStep> steps) {
        memory.enter(RecoveryPhase.VERIFYING, now);
        steps.add(new Verifying(
                remedy(),
                boundMillis(),
                "%s should work again after %s: it is watched for proof for %s"
                        .formatted(memory.target, remedy().label(), Spans.words(boundMillis()))));
    }

    /** The fault is gone, though what was tried before had failed, or nothing was. */
    void beginUnlessTreated(long now, List<RecoveryStep> steps) {
        if (memory.remedy == null) {
            memory.remedy = RemedyKind.HOLD;
            memory.key = null;
            memory.remedyAt = memory.acted() ? memory.phaseAt : memory.detectedAt;
            memory.treated = memory.diagnosis.kind();
        }
        begin(now, steps);
    }

    void look(long now, Optional<Diagnosis> seen, TargetSignals target, List<RecoveryStep> steps) {
        Evidence evidence = memory.progress.evidence(target, now - memory.phaseAt);
        Optional<Diagnosis> fault = seen.filter(this::speaksAgainst);
        if (fault.isEmpty() && evidence.isProof()) {
            proved(evidence, now, steps);
            return;
        }
        memory.provedAt = null;
        long patienceEnd = memory.phaseAt + Math.max(means.settings().patienceMillis(), boundMillis());
        long end = Math.max(memory.phaseAt, memory.progress.movedAtMillis()) + boundMillis();
        // how long a process takes to start is the machine's affair, and no sign that the remedy was the wrong one
        if (now < (target.process().isStarting() ? patienceEnd : Math.min(end, patienceEnd))) {
            return;
        }
        if (fault.isPresent() && fault.get().component().equals(memory.target)) {
            fail(fault.get().kind().label() + " is still seen", now, steps);
        } else if (fault.isPresent()) {
            inconclusive(
                    "%s of %s hides it"
                            .formatted(fault.get().kind().label(), fault.get().component()),
                    steps);
        } else if (evidence.kind() == Evidence.Kind.NOTHING_TO_SEE || now >= patienceEnd) {
            inconclusive(evidence.sentence(), steps);
        }
    }

    /** The remedy did not help; whatever is next is chosen. */
    void fail(String why, long now, List<RecoveryStep> steps) {
        means.experience().failed(memory.treated, memory.target, remedy());
        steps.add(new NotHealed(remedy(), "%s did not heal %s: %s".formatted(remedy().label(), memory.target, why)));
        memory.chooseAgain(now);
    }

    private void proved(Evidence evidence, long now, List<RecoveryStep> steps) {
        if (memory.provedAt == null) {
            memory.provedAt = now;
        }
        long proved = memory.provedAt;
        if (now - proved < means.settings().stableMillis()) {
            return;
        }
        long took = proved - memory.remedyAt;
        means.times().took(memory.treated, remedy(), took);
        means.experience().worked(memory.treated, memory.target, remedy(), took);
        memory.phase = RecoveryPhase.CLOSED;
        steps.add(new Closed(
                Verdict.HEALED,
                "%s works again, %s after %s began: %s, and that has lasted for %s"
                        .formatted(
                                memory.target,
                                Spans.words(took),
                                remedy().label(),
                                evidence.sentence(),
                                Spans.words(now - proved))));
    }

    private void inconclusive(String why, List<RecoveryStep> steps) {
        memory.phase = RecoveryPhase.CLOSED;
        steps.add(new Closed(
                Verdict.INCONCLUSIVE,
                "whether %s works again after %s cannot be said: %s".formatted(memory.target, remedy().label(), why)));
    }

    /** Slowness after a crash is catching up, and no reason to treat the crash again. */
    private boolean speaksAgainst(Diagnosis seen) {
        return !seen.component().equals(memory.target)
                || FaultNature.of(seen.kind()) != FaultNature.SLOWNESS
                || FaultNature.of(memory.treated) == FaultNature.SLOWNESS;
    }

    private long boundMillis() {
        return means.times().boundMillis(memory.treated, remedy());
    }

    private RemedyKind remedy() {
        RemedyKind remedy = memory.remedy;
        if (remedy == null) {
            throw new IllegalStateException("there is no remedy to verify");
        }
        return remedy;
    }
}
