package io.homeostat.healer.recovering.remedies;

import io.homeostat.healer.diagnosing.FaultKind;

/**
 * What is known of one remedy for one kind of fault of one target. Immutable.
 *
 * @param fault the kind of fault
 * @param target the target's name
 * @param remedy the remedy
 * @param worked how often the target worked again after it
 * @param failed how often it did not
 * @param failedInARow how often it did not since it last did
 * @param meanMillis how long it took on average from its beginning to the first proof, when it worked; 0 if it never did
 * @param lastWorked the larger, the later it last worked; 0 if it never did
 */
public record Learned(
        FaultKind fault,
        String target,
        RemedyKind remedy,
        int worked,
        int failed,
        int failedInARow,
        long meanMillis,
        long lastWorked) {

    static Learned nothing(FaultKind fault, String target, RemedyKind remedy) {
        return new Learned(fault, target, remedy, 0, 0, 0, 0, 0);
    }

    Learned again(long tookMillis, long order) {
        long mean = meanMillis + (tookMillis - meanMillis) / (worked + 1);
        return new Learned(fault, target, remedy, worked + 1, failed, 0, mean, order);
    }

    Learned inVain() {
        return new Learned(fault, target, remedy, worked, failed + 1, failedInARow + 1, meanMillis, lastWorked);
    }
}
