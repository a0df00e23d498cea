package io.homeostat.model.alert;

import io.homeostat.model.reading.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step in an alert's life, as it stands on the topic {@code alerts}. Immutable.
 *
 * @param alertId a pure function of the rule, the series and the reading that first raised it
 * @param sequence counts the alert's events from 1 without a gap
 * @param state the alert's state after this event
 * @param severity the alert's severity after this event
 * @param ruleId the rule that was breached
 * @param ruleVersion the version of the rule that made this event, from 1
 * @param stream the stream, {@code homeostat} for an alert about machinery
 * @param sensorId the sensor, or the target of an alert about machinery
 * @param event what this event tells
 * @param value the value that caused it; {@code null} where a timer or a fault did
 * @param limit the limit that was breached; {@code null} where there is none
 * @param reason a sentence in English, for logs
 * @param reasonCode the sentence's code, from which pages make a sentence in the person's language
 * @param reasonArgs what that sentence names, in its order
 * @param openedAt event time of the alert's beginning
 * @param resolvedAt event time of its end, {@code null} while it is open
 * @param at event time of the reading, or of the timer, that caused this event
 * @param source the reading that caused it, {@code null} where a timer or a fault did
 */
public record AlertEvent(
        String alertId,
        long sequence,
        AlertState state,
        Severity severity,
        String ruleId,
        int ruleVersion,
        String stream,
        String sensorId,
        AlertEventKind event,
        @Nullable Double value,
        @Nullable Double limit,
        String reason,
        String reasonCode,
        Map<String, Object> reasonArgs,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        Instant at,
        @Nullable Source source) {

    /** How the reason of an alert begins that a late reading proved wrong. */
    public static final String WITHDRAWN_PREFIX = "withdrawn:";

    public AlertEvent {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(sensorId, "sensorId");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(reasonCode, "reasonCode");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(at, "at");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, was " + sequence);
        }
        reasonArgs = Collections.unmodifiableMap(new LinkedHashMap<>(reasonArgs));
    }

    /** Whether this event ends an alert that a late reading proved wrong. */
    public boolean isWithdrawal() {
        return state == AlertState.RESOLVED && reason.startsWith(WITHDRAWN_PREFIX);
    }
}
