package io.homeostat.benchmarks.throughput;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;

/** A job of the table. */
enum Contender {
    RAW("a", "raw consumer, no work", Kind.PEER),
    LOOP("b", "plain transactional loop, Jackson", Kind.PEER),
    STREAMS("c", "minimal Kafka Streams, no state, exactly once, Jackson", Kind.PEER),
    ROCKSDB("c2", "the same with RocksDB and cache, written at each reading", Kind.PEER),
    HEALER("d", "healer-service as shipped", Kind.SERVICE),
    MONITOR("e", "monitor-service as shipped", Kind.SERVICE),
    SERIES("f", "monitor-service, 100,000 series, each touched once per commit", Kind.SERVICE);

    private enum Kind {
        PEER,
        SERVICE
    }

    static final StreamTopics USUAL = new StreamTopics("temperature");

    /** The stream of the job with many series. */
    static final StreamTopics MANY = new StreamTopics("manyseries");

    private final String letter;
    private final String label;
    private final Kind kind;

    Contender(String letter, String label, Kind kind) {
        this.letter = letter;
        this.label = label;
        this.kind = kind;
    }

    String letter() {
        return letter;
    }

    String label() {
        return label;
    }

    boolean isService() {
        return kind == Kind.SERVICE;
    }

    StreamTopics stream() {
        return this == SERIES ? MANY : USUAL;
    }

    /** The consumer group, which is the application's id where there is one. */
    String group() {
        return switch (this) {
            case HEALER -> "homeostat-healer-" + stream().stream();
            case MONITOR, SERIES -> "homeostat-monitor-" + stream().stream();
            case RAW, LOOP, STREAMS, ROCKSDB -> "peer-" + letter;
        };
    }

    /** The topic on which its answers come. */
    String output() {
        return switch (this) {
            case HEALER -> stream().adjusted();
            case MONITOR, SERIES -> Topics.ALERTS;
            case RAW, LOOP, STREAMS, ROCKSDB -> "peer-" + letter + "-output";
        };
    }

    /** Whether the time from a breach to its answer is measured. */
    boolean answers() {
        return this != RAW && this != SERIES;
    }
}
