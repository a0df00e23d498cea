package io.homeostat.runtime.rules;

import io.homeostat.runtime.logging.LogText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which rules a stream's pipeline leaves out, as a whole or for some sensors: each once in the log, however many
 * tasks find it, and as a count. Thread-safe.
 */
public final class LeftOutRules {

    private static final Logger log = LoggerFactory.getLogger(LeftOutRules.class);
    private static final int MOST_REMEMBERED = 1_000;

    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Counter counter;

    /** What is left out on a stream. */
    public LeftOutRules(MeterRegistry registry, String stream) {
        counter = Counter.builder("homeostat.rules.left.out")
                .description("Rules that were left out, as a whole or for the sensors with a unit, each reason once")
                .tag("stream", stream)
                .register(registry);
    }

    /** A rule is left out. */
    public void tell(String ruleId, int version, String reason) {
        if (said.size() < MOST_REMEMBERED && said.add(ruleId + " " + version + " " + reason)) {
            counter.increment();
            log.warn("The rule {} is left out: {}", ruleId, LogText.whole(reason));
        }
    }
}
