package io.homeostat.monitor.alerting;

import io.homeostat.model.Topics;
import io.homeostat.model.alert.Severity;
import io.homeostat.monitor.projecting.Positions;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where alerts and their events are kept. Thread-safe.
 *
 * <p>Events and the position after them are written in one transaction, so that what was read and what was written never
 * disagree; an event that is already there is passed over.
 */
@Repository
class AlertStore {

    private final EntityManager entities;
    private final JsonMapper json;
    private final Positions positions = new Positions(Topics.ALERTS);

    AlertStore(EntityManager entities, JsonMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /**
     * Writes what is new of a batch.
     *
     * @param events in the order of their offsets
     * @param nextOffsets the position after the batch, by partition
     * @return the events that were new, in their order
     */
    public List<ProjectedEvent> apply(String clusterId, List<ProjectedEvent> events, Map<Integer, Long> nextOffsets) {
        return bulk(session -> {
            AlertBatch batch = new AlertBatch(alertsOf(session, events));
            Set<AlertEventRow.Key> known = knownOf(session, events, batch);
            List<ProjectedEvent> fresh = events.stream()
                    .filter(projected -> known.add(AlertEventRow.keyOf(projected)))
                    .toList();
            fresh.forEach(batch::follow);
            session.insertMultiple(batch.created(json));
            session.updateMultiple(batch.changed(json));
            session.insertMultiple(fresh.stream().map(AlertEventRow::new).toList());
            positions.move(session, clusterId, nextOffsets);
            return fresh;
        });
    }

    /** Where reading a partition goes on; empty if it was never read. */
    @Transactional(readOnly = true)
    public Optional<Long> position(String clusterId, int partition) {
        return positions.find(entities, clusterId, partition);
    }

    /** How many alerts are not resolved, by severity, none left out. */
    @Transactional(readOnly = true)
    public Map<Severity, Long> countOpen() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        entities.createQuery(
                        "select a.severity, count(a) from AlertRow a where a.state in (PENDING, FIRING, RECOVERING) group by a.severity",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Severity) row[0], (Long) row[1]));
        return counts;
    }

    /** Works in a transaction without a persistence context, whose bookkeeping for each row costs more than the row. */
    private <T> T bulk(Function<StatelessSession, T> work) {
        return entities.getEntityManagerFactory().unwrap(SessionFactory.class).fromStatelessTransaction(work);
    }

    private static List<AlertRow> alertsOf(StatelessSession session, List<ProjectedEvent> events) {
        List<String> ids = events.stream()
                .map(projected -> AlertEventRow.keyOf(projected).alertId())
                .distinct()
                .toList();
        return session.getMultiple(AlertRow.class, ids).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Only an event whose number its alert has passed can be there already: a live tail costs no look-up. */
    private static Set<AlertEventRow.Key> knownOf(
            StatelessSession session, List<ProjectedEvent> events, AlertBatch batch) {
        Set<String> seenBefore = events.stream()
                .map(AlertEventRow::keyOf)
                .filter(key -> batch.hasPassed(key.alertId(), key.sequence()))
                .map(AlertEventRow.Key::alertId)
                .collect(Collectors.toSet());
        if (seenBefore.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(session.createSelectionQuery(
                        "select e.key from AlertEventRow e where e.key.alertId in :ids", AlertEventRow.Key.class)
                .setParameter("ids", seenBefore)
                .getResultList());
    }
}
