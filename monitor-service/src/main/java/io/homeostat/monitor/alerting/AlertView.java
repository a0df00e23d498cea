package io.homeostat.monitor.alerting;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as the HTTP interface shows it: the words of the events on Kafka, and what came of them all. Immutable. */
public record AlertView(
        String alertId,
        long sequence,
        AlertState state,
        Severity severity,
        Severity highestSeverity,
        boolean fired,
        boolean withdrawn,
        String ruleId,
        int ruleVersion,
        String stream,
        String sensorId,
        @Nullable Double value,
        @Nullable Double limit,
        String reason,
        String reasonCode,
        @JsonRawValue String reasonArgs,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        Instant at) {

    static AlertView of(AlertRow row) {
        return new AlertView(
                row.id,
                row.lastSequence,
                row.state,
                row.severity,
                row.highestSeverity,
                row.fired,
                row.withdrawn,
                row.ruleId,
                row.ruleVersion,
                row.stream,
                row.sensorId,
                row.value,
                row.limit,
                row.reason,
                row.reasonCode,
                row.reasonArgs,
                row.openedAt,
                row.resolvedAt,
                row.updatedAt);
    }
}
