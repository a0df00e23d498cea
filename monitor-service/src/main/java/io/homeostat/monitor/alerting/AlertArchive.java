package io.homeostat.monitor.alerting;

import io.homeostat.runtime.web.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about the alerts in the store. Thread-safe. */
@Repository
@Transactional(readOnly = true)
class AlertArchive {

    private final EntityManager entities;

    AlertArchive(EntityManager entities) {
        this.entities = entities;
    }

    /** One page of alerts, those that began last first. */
    public Page<AlertView> find(AlertQuery query, int page, int size) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<AlertRow> rows = builder.createQuery(AlertRow.class);
        Root<AlertRow> alert = rows.from(AlertRow.class);
        rows.where(query.predicates(builder, alert).toArray(Predicate[]::new));
        rows.orderBy(builder.desc(alert.get("openedAt")), builder.desc(alert.get("id")));
        List<AlertView> items = entities.createQuery(rows)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultStream()
                .map(AlertView::of)
                .toList();
        return new Page<>(items, page, size, count(query, builder));
    }

    public Optional<AlertView> find(String alertId) {
        return Optional.ofNullable(entities.find(AlertRow.class, StoredText.of(alertId)))
                .map(AlertView::of);
    }

    /** How many alerts are not resolved, by the id of their rule. */
    public Map<String, Long> countOpenByRule() {
        return entities.createQuery(
                        "select a.ruleId, count(a) from AlertRow a where a.state in (PENDING, FIRING, RECOVERING) group by a.ruleId",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** The JSON of an alert's events as they stood on the topic, in their order. */
    public Page<String> events(String alertId, int page, int size) {
        List<String> bodies = entities.createQuery(
                        "select e.body from AlertEventRow e where e.key.alertId = :id order by e.key.sequence",
                        String.class)
                .setParameter("id", alertId)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList();
        Long total = entities.createQuery("select count(e) from AlertEventRow e where e.key.alertId = :id", Long.class)
                .setParameter("id", alertId)
                .getSingleResult();
        return new Page<>(bodies, page, size, total);
    }

    private long count(AlertQuery query, CriteriaBuilder builder) {
        CriteriaQuery<Long> counting = builder.createQuery(Long.class);
        Root<AlertRow> alert = counting.from(AlertRow.class);
        counting.select(builder.count(alert))
                .where(query.predicates(builder, alert).toArray(Predicate[]::new));
        return entities.createQuery(counting).getSingleResult();
    }
}
