package io.homeostat.monitor.past;

import io.homeostat.model.rule.Rule;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * For how long before a stretch of time a rule needs readings, to judge it as if it had been in force all along: twice the
 * longest time that it names, ten minutes at least and a week at most; a day, if it learns.
 */
public final class WarmUp {

    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final Duration LEARNING = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(7);
    private static final Set<String> LEARNERS = Set.of("baseline", "forecast");

    private WarmUp() {}

    /** The time that a rule needs. */
    public static Duration of(Rule rule) {
        Rule.Clear clear = rule.clear();
        Duration held = rule.holdFor().plus(clear == null ? Duration.ZERO : clear.holdFor());
        Duration named = longest(rule.when().parameters()).multipliedBy(2).plus(held);
        Duration learned = LEARNERS.contains(rule.when().kind()) ? LEARNING : LEAST;
        return shorter(longer(named, learned), MOST);
    }

    private static Duration longest(Object written) {
        if (written instanceof Map<?, ?> map) {
            Duration learned = LEARNERS.contains(String.valueOf(map.get("kind"))) ? LEARNING : Duration.ZERO;
            return longer(learned, longest(map.values()));
        }
        if (written instanceof Collection<?> all) {
            return all.stream().map(WarmUp::longest).reduce(Duration.ZERO, WarmUp::longer);
        }
        return written instanceof String text ? duration(text) : Duration.ZERO;
    }

    private static Duration duration(String text) {
        if (!text.startsWith("P")) {
            return Duration.ZERO;
        }
        try {
            return shorter(Duration.parse(text).abs(), MOST);
        } catch (DateTimeException | ArithmeticException e) {
            return Duration.ZERO; // a word that begins so
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
