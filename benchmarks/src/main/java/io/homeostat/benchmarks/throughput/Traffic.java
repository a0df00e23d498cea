package io.homeostat.benchmarks.throughput;

import io.homeostat.model.StreamTopics;

/** A stream with the readings that are loaded onto it; its rules stand in {@code throughput/rules.yml}. */
enum Traffic {
    /** One rule, as shipped. */
    USUAL("temperature", 1_000),
    MANY_SERIES("manyseries", 100_000),
    TWENTY_RULES("twentyrules", 1_000),
    /** A threshold, a rate and a missing rule. */
    THREE_RULES("threerules", 100_000),
    /** The same, and a baseline. */
    LEARNED("learned", 100_000),
    MILLION_SERIES("millionseries", 1_000_000);

    private final String stream;
    private final int sensors;

    Traffic(String stream, int sensors) {
        this.stream = stream;
        this.sensors = sensors;
    }

    StreamTopics stream() {
        return new StreamTopics(stream);
    }

    int sensors() {
        return sensors;
    }
}
