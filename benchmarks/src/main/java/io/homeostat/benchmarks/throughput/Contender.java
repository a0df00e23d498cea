package io.homeostat.benchmarks.throughput;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;

/** A job of the table. */
enum Contender {
    RAW("a", "raw consumer, no work", Kind.PEER),
    LOOP("b", "plain transactional loop, Jackson", Kind.PEER),
    STREAMS("c", "minimal Kafka Streams, no state, exactly once, Jackson", Kind.PEER),
    ROCKSDB("c2", "the same with RocksDB and cache, written at each reading", Kind.PEER),
    HEALER("d", "healer-service as shipped", Kind.HEALER),
    MONITOR("e", "monitor-service as shipped", Kind.MONITOR),
    SERIES("f", "monitor-service, 100,000 series, each touched once per commit", Traffic.MANY_SERIES, ""),
    RULES("g", "monitor-service, 20 rules of mixed kinds on 1,000 sensors", Traffic.TWENTY_RULES, ""),
    SMALL_HEAP(
            "h",
            "monitor-service, 100,000 series with 3 rules each in 512 MB of heap",
            Traffic.THREE_RULES,
            "-Xmx512m"),
    LEARNED(
            "i",
            "monitor-service, 100,000 series with 3 rules and a baseline each in 1.5 GB",
            Traffic.LEARNED,
            "-Xmx1536m"),
    MILLION("j", "monitor-service, 1,000,000 series with 3 rules each in 3 GB", Traffic.MILLION_SERIES, "-Xmx3g");

    private enum Kind {
        PEER,
        HEALER,
        MONITOR
    }

    private final String letter;
    private final String label;
    private final Kind kind;
    private final Traffic traffic;
    private final String heap;

    Contender(String letter, String label, Kind kind) {
        this(letter, label, kind, Traffic.USUAL, "");
    }

    Contender(String letter, String label, Traffic traffic, String heap) {
        this(letter, label, Kind.MONITOR, traffic, heap);
    }

    Contender(String letter, String label, Kind kind, Traffic traffic, String heap) {
        this.letter = letter;
        this.label = label;
        this.kind = kind;
        this.traffic = traffic;
        this.heap = heap;
    }

    String letter() {
        return letter;
    }

    String label() {
        return label;
    }

    boolean isService() {
        return kind != Kind.PEER;
    }

    boolean isHealer() {
        return kind == Kind.HEALER;
    }

    /** What is loaded for it. */
    Traffic traffic() {
        return traffic;
    }

    StreamTopics stream() {
        return traffic.stream();
    }

    /** Its own bound of the heap, in the place of the plan's; empty where it has none. */
    String heap() {
        return heap;
    }

    /** Whether it is measured where nobody chooses: those that are about memory are not. */
    boolean isUsual() {
        return heap.isEmpty();
    }

    /** The consumer group, which is the application's id where there is one. */
    String group() {
        return switch (kind) {
            case HEALER -> "homeostat-healer-" + stream().stream();
            case MONITOR -> "homeostat-monitor-" + stream().stream();
            case PEER -> "peer-" + letter;
        };
    }

    /** The topic on which its answers come. */
    String output() {
        return switch (kind) {
            case HEALER -> stream().adjusted();
            case MONITOR -> Topics.ALERTS;
            case PEER -> "peer-" + letter + "-output";
        };
    }

    /** Whether the time from a breach to its answer is measured. */
    boolean answers() {
        return this != RAW && traffic == Traffic.USUAL;
    }
}
