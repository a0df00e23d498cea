package io.homeostat.benchmarks.faults.traffic;

/** A place where one sees from outside that readings are handled. */
public enum Output {
    /** The topic {@code alerts}: the monitor works. */
    ALERTS,
    /** The topic {@code temperature_adjusted}: the healer's stream processing works. */
    CORRECTIONS,
    /** {@code POST /api/readings} is acknowledged: the producer works. */
    INGEST
}
