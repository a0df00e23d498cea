package io.homeostat.monitor.projecting;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** How far the partitions of a topic were projected, kept beside what was projected. Thread-safe. */
public final class Positions {

    private final String topic;

    public Positions(String topic) {
        this.topic = topic;
    }

    /** Where reading a partition goes on; empty if it was never read. */
    public Optional<Long> find(EntityManager entities, String clusterId, int partition) {
        return Optional.ofNullable(entities.find(PositionRow.class, new PositionRow.Key(clusterId, topic, partition)))
                .map(row -> row.nextOffset);
    }

    /** Moves them in the transaction that writes what stands before them. */
    public void move(StatelessSession session, String clusterId, Map<Integer, Long> nextOffsets) {
        nextOffsets.forEach((partition, offset) -> {
            PositionRow.Key key = new PositionRow.Key(clusterId, topic, partition);
            PositionRow row = session.get(PositionRow.class, key);
            if (row == null) {
                session.insert(new PositionRow(key, offset));
            } else {
                row.nextOffset = offset;
                session.update(row);
            }
        });
    }
}
