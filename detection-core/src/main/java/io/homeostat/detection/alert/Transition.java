package io.homeostat.detection.alert;

import io.homeostat.model.alert.AlertState;

/** A step that an alert's state machine takes. */
enum Transition {
    /** The condition began to hold, not yet for long enough. */
    PENDING(AlertState.PENDING),
    /** The condition has held for long enough. */
    FIRED(AlertState.FIRING),
    /** The condition holds on another level: the severity goes up or down. */
    LEVELLED(AlertState.FIRING),
    /** The series is clear, not yet for long enough. */
    RECOVERING(AlertState.RECOVERING),
    /** The series was clear, but not for long enough. */
    RELAPSED(AlertState.FIRING),
    /** The series was clear for long enough. */
    RESOLVED(AlertState.RESOLVED),
    /** The condition did not hold for long enough: what was only pending is over. */
    LAPSED(AlertState.RESOLVED);

    private final AlertState state;

    Transition(AlertState state) {
        this.state = state;
    }

    /** The alert's state after the step. */
    AlertState state() {
        return state;
    }
}
