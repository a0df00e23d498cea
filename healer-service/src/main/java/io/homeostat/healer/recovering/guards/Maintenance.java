package io.homeostat.healer.recovering.guards;

/**
 * A person works on a target. Immutable.
 *
 * @param untilMillis when it ends, in monotonic milliseconds
 * @param reason in the person's words
 */
public record Maintenance(long untilMillis, String reason) {}
