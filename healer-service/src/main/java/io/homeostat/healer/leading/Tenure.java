package io.homeostat.healer.leading;

import io.homeostat.healer.recovering.guards.Authority;
import org.jspecify.annotations.Nullable;

/**
 * What this healer knows of its leadership. Thread-safe; times are monotonic milliseconds.
 *
 * <p>It leads from when the group gave it the lead until the group takes that away, but acts as the leader only while a
 * proof is fresh: an answer of the group's coordinator to a request of this generation. A process that was stopped and
 * wakes up has no fresh proof, whatever it believes.
 */
final class Tenure {

    /** Shorter than the session time-out, after which the group gives the lead to another. */
    static final long PROOF_LASTS_MILLIS = 4_000;

    private boolean appointed;
    private int generation;
    private long provedAtMillis = Long.MIN_VALUE;

    /**
     * A tenure of which Kafka has said nothing yet.
     *
     * @param before whether the lead was this healer's when its process last ended
     */
    Tenure(boolean before) {
        appointed = before;
    }

    /** The group gave the lead to this healer. */
    synchronized void appointed() {
        appointed = true;
        provedAtMillis = Long.MIN_VALUE;
    }

    /** The group took the lead away, or it was given back. */
    synchronized void dismissed() {
        appointed = false;
        provedAtMillis = Long.MIN_VALUE;
    }

    /** The coordinator took a request of this generation that was sent at that time. */
    synchronized void proved(int ofGeneration, long sentAtMillis) {
        if (appointed) {
            generation = ofGeneration;
            provedAtMillis = sentAtMillis;
        }
    }

    /** What this healer may do now. */
    synchronized Authority authority(long nowMillis) {
        if (!appointed) {
            return Authority.NONE;
        }
        boolean fresh = provedAtMillis != Long.MIN_VALUE && nowMillis - provedAtMillis < PROOF_LASTS_MILLIS;
        return fresh ? Authority.FULL : Authority.BROKER_ONLY;
    }

    /** The generation that the newest proof was of; {@code null} if there is none. */
    synchronized @Nullable Long generation() {
        return provedAtMillis == Long.MIN_VALUE ? null : Long.valueOf(generation);
    }
}
