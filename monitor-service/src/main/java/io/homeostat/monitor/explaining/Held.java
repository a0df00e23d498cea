package io.homeostat.monitor.explaining;

/**
 * For how long a breach had held, against the rule's {@code for}. Immutable.
 *
 * @param seconds for how long it had
 * @param of how long it must before the alert fires
 */
record Held(double seconds, double of) {}
