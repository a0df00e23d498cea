package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as it stands after the newest of its events. Not thread-safe. */
@Entity
@Table(name = "alert")
class AlertRow {

    @Id
    String id;

    @Column(name = "last_sequence")
    long lastSequence;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar")
    AlertState state;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar")
    Severity severity;

    @Enumerated(EnumType.STRING)
    @Column(name = "highest_severity", columnDefinition = "varchar")
    Severity highestSeverity;

    boolean fired;
    boolean withdrawn;

    @Column(name = "rule_id")
    String ruleId;

    @Column(name = "rule_version")
    int ruleVersion;

    String stream;

    @Column(name = "sensor_id")
    String sensorId;

    @Column(name = "reading_value")
    @Nullable
    Double value;

    @Column(name = "limit_value")
    @Nullable
    Double limit;

    String reason;

    @Column(name = "reason_code")
    String reasonCode;

    @Column(name = "reason_args")
    String reasonArgs;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AlertRow() {}

    /** An alert of which no event was followed yet. */
    static AlertRow of(AlertEvent event) {
        AlertRow row = new AlertRow();
        row.id = StoredText.of(event.alertId());
        row.highestSeverity = event.severity();
        return row;
    }

    /** Takes the state after an event that is newer than all before; but for {@link #reasonArgs}, which are the caller's. */
    void follow(AlertEvent event) {
        // a revision tells the highest anew, and what was only pending does not count
        boolean anew = event.event() == AlertEventKind.REVISED || !fired;
        if (anew || event.severity().compareTo(highestSeverity) > 0) {
            highestSeverity = event.severity();
        }
        lastSequence = event.sequence();
        state = event.state();
        severity = event.severity();
        fired |= event.state() == AlertState.FIRING;
        withdrawn = event.isWithdrawal();
        ruleId = StoredText.of(event.ruleId());
        ruleVersion = event.ruleVersion();
        stream = StoredText.of(event.stream());
        sensorId = StoredText.of(event.sensorId());
        value = event.value();
        limit = event.limit();
        reason = StoredText.cut(event.reason(), 2_000);
        reasonCode = StoredText.of(event.reasonCode());
        openedAt = event.openedAt();
        resolvedAt = event.resolvedAt();
        updatedAt = event.at();
    }
}
