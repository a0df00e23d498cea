package io.homeostat.monitor.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.homeostat.model.alert.Severity;
import io.homeostat.monitor.past.RaisedAlert;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert of a backtest, and how it differs from those of the live rule. Immutable.
 *
 * @param severity the highest in which it fired
 * @param resolvedAt its end; {@code null} if it is open at the end of the readings
 * @param value what the condition measured when it fired
 * @param reason why it fired
 */
record BacktestAlert(
        String sensorId,
        Severity severity,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable Double value,
        @Nullable Double limit,
        String reason,
        String reasonCode,
        Map<String, Object> reasonArgs,
        Change change) {

    /** How an alert of the draft differs from those of the live rule. */
    enum Change {
        /** The live rule raises it, with the same end and severity. */
        @JsonProperty("same")
        SAME,
        /** The live rule raises it, with another end or severity. */
        @JsonProperty("changed")
        CHANGED,
        /** The live rule does not raise it. */
        @JsonProperty("new")
        NEW,
        /** Only the live rule raises it. */
        @JsonProperty("gone")
        GONE
    }

    static BacktestAlert of(RaisedAlert alert, Change change) {
        return new BacktestAlert(
                alert.sensorId(),
                alert.severity(),
                alert.openedAt(),
                alert.resolvedAt(),
                alert.value(),
                alert.limit(),
                alert.reason(),
                alert.reasonCode(),
                alert.reasonArgs(),
                change);
    }
}
