package io.homeostat.monitor.incidents;

import io.homeostat.model.MessageJson;
import io.homeostat.model.incident.Incident;
import io.homeostat.monitor.alerting.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident as it stands after the newest of its events. Not thread-safe. */
@Entity
@Table(name = "incident")
class IncidentRow {

    @Id
    String id;

    @Column(name = "last_sequence")
    long lastSequence;

    String target;
    String kind;

    @Column(name = "still_open")
    boolean open;

    @Nullable
    String verdict;

    @Column(name = "detected_at")
    Instant detectedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "detected_after_millis")
    long detectedAfterMillis;

    @Column(name = "took_millis")
    long tookMillis;

    /** A JSON array. */
    String remedies;

    String sentence;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected IncidentRow() {}

    IncidentRow(String id, Incident incident) {
        this.id = id;
        lastSequence = incident.sequence();
        target = StoredText.of(incident.target());
        kind = StoredText.of(incident.kind());
        open = incident.open();
        verdict = incident.verdict() == null ? null : StoredText.of(incident.verdict());
        detectedAt = incident.detectedAt();
        closedAt = incident.closedAt();
        detectedAfterMillis = incident.detectedAfterMillis();
        tookMillis = incident.tookMillis();
        remedies = StoredText.of(MessageJson.mapper().writeValueAsString(incident.remedies()));
        sentence = StoredText.cut(incident.sentence(), 2_000);
    }

    /** The incident without its story. */
    Incident incident() {
        return new Incident(
                id,
                lastSequence,
                target,
                kind,
                open,
                verdict,
                detectedAt,
                closedAt,
                detectedAfterMillis,
                tookMillis,
                List.of(MessageJson.mapper().readValue(remedies, String[].class)),
                sentence,
                List.of());
    }
}
