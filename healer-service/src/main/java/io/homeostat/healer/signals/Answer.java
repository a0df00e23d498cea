package io.homeostat.healer.signals;

/** What came of asking a target. */
public enum Answer {
    /** It says that it is well. */
    UP,
    /** It says that it is not well. */
    DOWN,
    /** It said something that is no such answer: no JSON, endless, a redirect, a status of another kind. */
    UNREADABLE,
    /** Nobody listens on its port. */
    REFUSED,
    /** The connection was made, or not, but no answer came in time. */
    TIMED_OUT,
    /** Its host cannot be found or reached. */
    UNREACHABLE,
    /** It was not asked yet, or is never asked this. */
    NOT_ASKED
}
