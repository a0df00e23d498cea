package io.homeostat.healer.recovering;

/** Where a recovery stands. */
public enum RecoveryPhase {
    /** Nothing was said yet. */
    DETECTED,
    /** The next remedy is chosen, or waits for the guard rails. */
    CHOOSING,
    /** It waits whether it passes. */
    HOLDING,
    /** A remedy is under way. */
    RUNNING,
    /** It is looked whether the target works again. */
    VERIFYING,
    /** It is over. */
    CLOSED
}
