package io.homeostat.monitor.incidents;

import io.homeostat.model.incident.Incident;
import io.homeostat.model.incident.IncidentEvent;
import io.homeostat.runtime.web.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about the incidents in the store. Thread-safe. */
@Repository
@Transactional(readOnly = true)
class IncidentArchive {

    private final EntityManager entities;

    IncidentArchive(EntityManager entities) {
        this.entities = entities;
    }

    /** One page of incidents without their stories, those that were detected last first. */
    public Page<Incident> find(IncidentQuery query, int page, int size) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<IncidentRow> rows = builder.createQuery(IncidentRow.class);
        Root<IncidentRow> incident = rows.from(IncidentRow.class);
        rows.where(query.predicates(builder, incident).toArray(Predicate[]::new));
        rows.orderBy(builder.desc(incident.get("detectedAt")), builder.desc(incident.get("id")));
        List<Incident> items = entities.createQuery(rows)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultStream()
                .map(IncidentRow::incident)
                .toList();
        return new Page<>(items, page, size, count(query, builder));
    }

    /** An incident with its story. */
    public Optional<Incident> find(String incidentId) {
        List<IncidentEvent> story = entities
                .createQuery(
                        "select e.body from IncidentEventRow e where e.key.incidentId = :id order by e.key.sequence",
                        String.class)
                .setParameter("id", incidentId)
                .setMaxResults(IncidentStore.MOST_EVENTS)
                .getResultList()
                .stream()
                .map(IncidentEventRow::read)
                .toList();
        return story.isEmpty() ? Optional.empty() : Optional.of(Incident.of(story, true));
    }

    private long count(IncidentQuery query, CriteriaBuilder builder) {
        CriteriaQuery<Long> counting = builder.createQuery(Long.class);
        Root<IncidentRow> incident = counting.from(IncidentRow.class);
        counting.select(builder.count(incident))
                .where(query.predicates(builder, incident).toArray(Predicate[]::new));
        return entities.createQuery(counting).getSingleResult();
    }
}
