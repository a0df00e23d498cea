package io.homeostat.healer.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts corrections by method. Thread-safe. */
final class CorrectionCounts {

    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    CorrectionCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String method) {
        counters.computeIfAbsent(method, this::counter).increment();
    }

    private Counter counter(String method) {
        return Counter.builder("homeostat.corrections")
                .description("Values published on an adjusted topic, by the method that found them")
                .tag("method", method)
                .register(registry);
    }
}
