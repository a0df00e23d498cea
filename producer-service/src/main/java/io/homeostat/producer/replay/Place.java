package io.homeostat.producer.replay;

/**
 * Where a replay was left, so that the next start of the service goes on there. Immutable. A replay that began anew under
 * the same sensor would be late from its first reading to its last, and raise no alert.
 *
 * @param sent how many readings were sent, and acknowledged
 * @param recordedMillis the recorded time of the last of them
 * @param offsetMillis how much later their event times are than the recorded ones
 */
record Place(long sent, long recordedMillis, long offsetMillis) {}
