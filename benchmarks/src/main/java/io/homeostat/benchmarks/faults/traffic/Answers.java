package io.homeostat.benchmarks.faults.traffic;

/**
 * What came on an output for one breach. Immutable.
 *
 * @param firstNanos when the first answer was seen, by this process's monotonic clock
 * @param count how many came
 */
record Answers(long firstNanos, int count) {

    static Answers first(long seenNanos) {
        return new Answers(seenNanos, 1);
    }

    Answers andAnother() {
        return new Answers(firstNanos, count + 1);
    }
}
