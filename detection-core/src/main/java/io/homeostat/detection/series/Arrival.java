package io.homeostat.detection.series;

/** How a reading came in relation to those of its series that came before. */
public enum Arrival {
    /** As the newest. */
    IN_ORDER,
    /** Behind others, within the allowed lateness: it was put in its place. */
    LATE_WITHIN_BOUNDS,
    /** So late that it moves no window, timer or alert any more. */
    TOO_LATE
}
