package io.homeostat.monitor.incidents;

import io.homeostat.model.incident.IncidentEvent;
import io.homeostat.monitor.alerting.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;

/** One event of an incident. Never changed once written. */
@Entity
@Table(name = "incident_event")
class IncidentEventRow {

    /** An event's name for ever: its incident and its number there. */
    @Embeddable
    record Key(
            @Column(name = "incident_id") String incidentId,
            @Column(name = "sequence") long sequence) {}

    @EmbeddedId
    Key key;

    String body;

    @Column(name = "log_partition")
    int partition;

    @Column(name = "log_offset")
    long offset;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected IncidentEventRow() {}

    IncidentEventRow(ProjectedStep step) {
        key = keyOf(step);
        body = StoredText.of(new String(step.event().json(), StandardCharsets.UTF_8));
        partition = step.partition();
        offset = step.offset();
    }

    static Key keyOf(ProjectedStep step) {
        return new Key(StoredText.of(step.event().incidentId()), step.event().sequence());
    }

    /** The event that a body tells of. */
    static IncidentEvent read(String body) {
        return IncidentEvent.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
