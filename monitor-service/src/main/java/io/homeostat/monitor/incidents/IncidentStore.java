package io.homeostat.monitor.incidents;

import io.homeostat.model.Topics;
import io.homeostat.model.incident.Incident;
import io.homeostat.model.incident.IncidentEvent;
import io.homeostat.monitor.projecting.Positions;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where incidents and their events are kept. Thread-safe.
 *
 * <p>Events, what comes of them and the position after them are written in one transaction; an event that is already there
 * is passed over. An incident is told anew from all of its events, in their numbers' order, so that it does not matter in
 * which order they came.
 */
@Repository
class IncidentStore {

    /** Longer stories are not told by any healer; what is over is kept, and not read. */
    static final int MOST_EVENTS = 1_000;

    private final EntityManager entities;
    private final Positions positions = new Positions(Topics.INCIDENTS);

    IncidentStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Writes what is new of a batch.
     *
     * @param steps in the order of their offsets
     * @param nextOffsets the position after the batch, by partition
     * @return the steps that were new, in their order
     */
    public List<ProjectedStep> apply(String clusterId, List<ProjectedStep> steps, Map<Integer, Long> nextOffsets) {
        return entities.getEntityManagerFactory().unwrap(SessionFactory.class).fromStatelessTransaction(session -> {
            Set<IncidentEventRow.Key> known = knownOf(session, steps);
            List<ProjectedStep> fresh = steps.stream()
                    .filter(step -> known.add(IncidentEventRow.keyOf(step)))
                    .toList();
            session.insertMultiple(fresh.stream().map(IncidentEventRow::new).toList());
            idsOf(fresh).forEach(id -> retell(session, id));
            positions.move(session, clusterId, nextOffsets);
            return fresh;
        });
    }

    /** Where reading a partition goes on; empty if it was never read. */
    @Transactional(readOnly = true)
    public Optional<Long> position(String clusterId, int partition) {
        return positions.find(entities, clusterId, partition);
    }

    private static Set<IncidentEventRow.Key> knownOf(StatelessSession session, List<ProjectedStep> steps) {
        if (steps.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(session.createSelectionQuery(
                        "select e.key from IncidentEventRow e where e.key.incidentId in :ids",
                        IncidentEventRow.Key.class)
                .setParameter("ids", idsOf(steps))
                .getResultList());
    }

    private static Set<String> idsOf(List<ProjectedStep> steps) {
        Set<String> ids = new HashSet<>();
        steps.forEach(step -> ids.add(IncidentEventRow.keyOf(step).incidentId()));
        return ids;
    }

    private static void retell(StatelessSession session, String id) {
        List<IncidentEvent> story = session
                .createSelectionQuery(
                        "select e.body from IncidentEventRow e where e.key.incidentId = :id order by e.key.sequence",
                        String.class)
                .setParameter("id", id)
                .setMaxResults(MOST_EVENTS)
                .getResultList()
                .stream()
                .map(IncidentEventRow::read)
                .toList();
        session.upsert(new IncidentRow(id, Incident.of(story, false)));
    }
}
