package io.homeostat.monitor.alerting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** How far a partition of the topic was projected, on one Kafka cluster. */
@Entity
@Table(name = "projection_position")
class PositionRow {

    /** A partition of one Kafka cluster. */
    @Embeddable
    record Key(
            @Column(name = "cluster_id") String clusterId,
            @Column(name = "log_partition") int partition) {}

    @EmbeddedId
    Key key;

    @Column(name = "next_offset")
    long nextOffset;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected PositionRow() {}

    PositionRow(Key key, long nextOffset) {
        this.key = key;
        this.nextOffset = nextOffset;
    }
}
