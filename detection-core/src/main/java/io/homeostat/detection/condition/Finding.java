package io.homeostat.detection.condition;

/** What a condition says of one reading. */
public enum Finding {
    /** The reading breaches the condition. */
    BREACH,
    /** It does not breach it, and is not clear of it either: between limit and clear limit. An open alert stays open. */
    BETWEEN,
    /** It is clear of the condition. */
    CLEAR
}
