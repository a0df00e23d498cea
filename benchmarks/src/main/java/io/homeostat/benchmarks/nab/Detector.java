package io.homeostat.benchmarks.nab;

/** Takes the readings of one series, once and in their order, and scores each before it sees the next. */
@FunctionalInterface
interface Detector {

    /** The score of a reading in 0..1; a higher one is more anomalous. */
    double take(long timeMillis, double value);
}
