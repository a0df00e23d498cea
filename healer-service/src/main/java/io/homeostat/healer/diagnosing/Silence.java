package io.homeostat.healer.diagnosing;

import java.time.Duration;

/**
 * A time in which nothing was heard, and how much of it counts: not what passed while this healer itself stood still, nor
 * what passed while that was away which would have carried the sound. Immutable.
 *
 * @param rawMillis the whole time
 * @param countedMillis what of it says something about the silent one; at most the whole
 * @param phi how unusual the whole time is
 */
record Silence(long rawMillis, long countedMillis, double phi) {

    /**
     * Whether it is longer than what is usual on this machine. Phi was reckoned of the whole time: where a good part of that
     * does not count, the ceiling alone decides.
     */
    boolean isUnusual(DiagnosisLimits limits) {
        return isUnusual(limits.silenceFloor(), limits.silenceCeiling(), limits.phi());
    }

    /** The same with other bounds: shorter than the floor it never is, from the ceiling on it always is. */
    boolean isUnusual(Duration floor, Duration ceiling, double fromPhi) {
        if (countedMillis < floor.toMillis()) {
            return false;
        }
        boolean phiHolds = rawMillis - countedMillis < floor.toMillis();
        return (phiHolds && phi >= fromPhi) || countedMillis >= ceiling.toMillis();
    }

    boolean isBeyondCeiling(DiagnosisLimits limits) {
        return countedMillis >= limits.silenceCeiling().toMillis();
    }
}
