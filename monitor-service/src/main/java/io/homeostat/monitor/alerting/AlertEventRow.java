package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertState;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One event of an alert, as it stood on the topic. Never changed once written. */
@Entity
@Table(name = "alert_event")
class AlertEventRow {

    /** An event's name for ever: its alert and its number there. */
    @Embeddable
    record Key(
            @Column(name = "alert_id") String alertId,
            @Column(name = "sequence") long sequence) {}

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar")
    AlertState state;

    Instant at;
    String body;

    @Column(name = "log_partition")
    int partition;

    @Column(name = "log_offset")
    long offset;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AlertEventRow() {}

    AlertEventRow(ProjectedEvent projected) {
        key = keyOf(projected);
        state = projected.event().state();
        at = projected.event().at();
        body = StoredText.of(projected.body());
        partition = projected.partition();
        offset = projected.offset();
    }

    static Key keyOf(ProjectedEvent projected) {
        return new Key(
                StoredText.of(projected.event().alertId()), projected.event().sequence());
    }
}
