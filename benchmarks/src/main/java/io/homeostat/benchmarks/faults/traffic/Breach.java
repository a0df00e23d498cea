package io.homeostat.benchmarks.faults.traffic;

/**
 * A reading above the limit that Kafka has acknowledged. Immutable.
 *
 * @param sentNanos when it was handed to Kafka's client, by this process's monotonic clock
 * @param alert whether it must open an alert
 */
record Breach(long sentNanos, Alert alert) {

    /** What a breach means for the alerts of its sensor. */
    enum Alert {
        /** The sensor was below the limit: this opens an alert. */
        OPENS,
        /** The sensor's alert is open already: this opens none. */
        JOINS,
        /** Nobody knows, since Kafka did not say what became of the reading before. */
        UNCERTAIN
    }
}
