package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.recovering.remedies.RemedyKind;

/** What a recovery says that happened, or that is to be done, in the order of its saying. Immutable. */
public sealed interface RecoveryStep {

    /** The step for people. */
    String sentence();

    /**
     * Something is wrong with a target.
     *
     * @param target its name
     * @param faultMillis for how long it had been wrong
     */
    record Detected(String target, long faultMillis, String sentence) implements RecoveryStep {}

    /** The incident was another healer's, and is now this one's. */
    record TakenOver(String sentence) implements RecoveryStep {}

    /** It is known, or known better, what is wrong. */
    record Diagnosed(Diagnosis diagnosis, String sentence) implements RecoveryStep {}

    /** Nothing is done now, and why. Said once for each reason. */
    record Held(String sentence) implements RecoveryStep {}

    /** A remedy is not tried in this incident, and why. */
    record Skipped(RemedyKind remedy, String sentence) implements RecoveryStep {}

    /**
     * To be done now, once for its key; the state is to be written down before. What came of it is to be told to
     * {@link Recovery#remedyEnded}.
     *
     * @param remedy what
     * @param key the same key never begins twice, also not after a restore
     * @param boundMillis for how long it is waited for
     */
    record Begin(RemedyKind remedy, String key, long boundMillis, String sentence) implements RecoveryStep {}

    /** A remedy ended, or is given up: after {@code TIMED_OUT} who does it must leave it. */
    record RemedyEnded(String key, RemedyKind remedy, RemedyResult result, String sentence) implements RecoveryStep {}

    /** It is looked whether the target works again. */
    record Verifying(RemedyKind remedy, long boundMillis, String sentence) implements RecoveryStep {}

    /** The target does not work again after this remedy. */
    record NotHealed(RemedyKind remedy, String sentence) implements RecoveryStep {

        /** Always the same one. */
        public Verdict verdict() {
            return Verdict.NOT_HEALED;
        }
    }

    /** The incident is over; the last step. */
    record Closed(Verdict verdict, String sentence) implements RecoveryStep {}
}
