package io.homeostat.benchmarks.faults.traffic;

/**
 * One reading that was handled, by this process's monotonic clock. Immutable.
 *
 * @param sentNanos when it was sent
 * @param seenNanos when it was seen from outside to have been handled
 */
public record Handled(long sentNanos, long seenNanos) {}
