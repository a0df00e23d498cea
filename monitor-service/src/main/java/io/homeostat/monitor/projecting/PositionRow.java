package io.homeostat.monitor.projecting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** How far a partition of a topic was projected, on one Kafka cluster. */
@Entity
@Table(name = "topic_position")
class PositionRow {

    /** A partition of one topic of one Kafka cluster. */
    @Embeddable
    record Key(
            @Column(name = "cluster_id") String clusterId,
            @Column(name = "topic") String topic,
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
