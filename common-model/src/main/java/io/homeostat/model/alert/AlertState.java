package io.homeostat.model.alert;

/** Where an alert is in its life. */
public enum AlertState {
    /** The condition holds, but not yet for as long as the rule asks. */
    PENDING,
    /** The condition held for as long as the rule asks. */
    FIRING,
    /** The series is clear again, but not yet for as long as the rule asks. */
    RECOVERING,
    /** It is over. */
    RESOLVED;

    /** Whether the alert is not over yet. */
    public boolean isOpen() {
        return this != RESOLVED;
    }
}
