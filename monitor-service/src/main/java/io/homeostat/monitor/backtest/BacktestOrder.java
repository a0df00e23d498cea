package io.homeostat.monitor.backtest;

import io.homeostat.detection.rule.SensorGlob;
import io.homeostat.monitor.past.PastRange;
import io.homeostat.runtime.web.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for, but for its rule. Immutable.
 *
 * @param from the first event time
 * @param to the last one
 * @param sensors of which sensors the readings are taken
 */
record BacktestOrder(Instant from, Instant to, SensorGlob sensors) {

    private static final List<String> FIELDS = List.of("rule", "from", "to", "sensors");
    private static final int LONGEST_GLOB = 200;

    /**
     * Reads it from a body.
     *
     * @throws ProblemException 422, if it is not such an order
     */
    static BacktestOrder of(Map<?, ?> body) {
        for (Object field : body.keySet()) {
            if (!FIELDS.contains(String.valueOf(field))) {
                throw ProblemException.unprocessable(
                        "A backtest has the fields %s; \"%s\" is none of them.".formatted(FIELDS, field));
            }
        }
        Instant from = time("from", body.get("from"));
        Instant to = time("to", body.get("to"));
        if (!from.isBefore(to)) {
            throw ProblemException.unprocessable("from must be before to, was %s, with to %s.".formatted(from, to));
        }
        return new BacktestOrder(from, to, sensors(body.get("sensors")));
    }

    /** The sensors that are asked for; all, where nothing is. */
    static SensorGlob sensors(@Nullable Object written) {
        Object glob = written == null ? "*" : written;
        if (glob instanceof String text && !text.isEmpty() && text.length() <= LONGEST_GLOB) {
            return new SensorGlob(text);
        }
        throw ProblemException.unprocessable("sensors must be a glob of 1 to %d characters, such as boiler-*, was %s."
                .formatted(LONGEST_GLOB, glob));
    }

    private static Instant time(String name, @Nullable Object written) {
        if (written instanceof String text) {
            try {
                Instant time = OffsetDateTime.parse(text).toInstant();
                if (PastRange.isPossible(time)) {
                    return time;
                }
            } catch (DateTimeException e) {
                // said below, with what is allowed
            }
        }
        throw ProblemException.unprocessable(
                "%s must be a time with an offset in the years 1970 to 9999, such as 2026-11-23T08:00:00Z, was %s."
                        .formatted(name, written));
    }
}
