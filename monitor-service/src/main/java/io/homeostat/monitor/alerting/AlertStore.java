package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.Severity;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    @Transactional
    public List<ProjectedEvent> apply(String clusterId, List<ProjectedEvent> events, Map<Integer, Long> nextOffsets) {
        Map<String, AlertRow> alerts = alertsOf(events);
        Set<AlertEventRow.Key> known = knownOf(events, alerts);
        List<ProjectedEvent> fresh = new ArrayList<>();
        for (ProjectedEvent projected : events) {
            AlertEventRow row = new AlertEventRow(projected);
            if (known.add(row.key)) {
                entities.persist(row);
                follow(alerts, projected);
                fresh.add(projected);
            }
        }
        nextOffsets.forEach((partition, offset) -> move(new PositionRow.Key(clusterId, partition), offset));
        return fresh;
    }

    /** Where reading a partition goes on; empty if it was never read. */
    @Transactional(readOnly = true)
    public Optional<Long> position(String clusterId, int partition) {
        return Optional.ofNullable(entities.find(PositionRow.class, new PositionRow.Key(clusterId, partition)))
                .map(row -> row.nextOffset);
    }

    /** How many alerts are not resolved, by severity, none left out. */
    @Transactional(readOnly = true)
    public Map<Severity, Long> countOpen() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        entities.createQuery(
                        "select a.severity, count(a) from AlertRow a where a.state <> RESOLVED group by a.severity",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Severity) row[0], (Long) row[1]));
        return counts;
    }

    private Map<String, AlertRow> alertsOf(List<ProjectedEvent> events) {
        Set<String> ids = events.stream()
                .map(projected -> AlertEventRow.keyOf(projected).alertId())
                .collect(Collectors.toSet());
        return entities.createQuery("select a from AlertRow a where a.id in :ids", AlertRow.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    /** Only an event whose number its alert has passed can be there already: a live tail costs no look-up. */
    private Set<AlertEventRow.Key> knownOf(List<ProjectedEvent> events, Map<String, AlertRow> alerts) {
        Set<String> seenBefore = events.stream()
                .map(AlertEventRow::keyOf)
                .filter(key -> Optional.ofNullable(alerts.get(key.alertId()))
                        .filter(row -> key.sequence() <= row.lastSequence)
                        .isPresent())
                .map(AlertEventRow.Key::alertId)
                .collect(Collectors.toSet());
        if (seenBefore.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(entities.createQuery(
                        "select e.key from AlertEventRow e where e.key.alertId in :ids", AlertEventRow.Key.class)
                .setParameter("ids", seenBefore)
                .getResultList());
    }

    private void follow(Map<String, AlertRow> alerts, ProjectedEvent projected) {
        String reasonArgs =
                StoredText.of(json.writeValueAsString(projected.event().reasonArgs()));
        AlertRow row = alerts.get(AlertEventRow.keyOf(projected).alertId());
        if (row == null) {
            row = AlertRow.of(projected.event(), reasonArgs);
            entities.persist(row);
            alerts.put(row.id, row);
        } else if (projected.event().sequence() > row.lastSequence) {
            row.follow(projected.event(), reasonArgs);
        }
    }

    private void move(PositionRow.Key key, long nextOffset) {
        PositionRow row = entities.find(PositionRow.class, key);
        if (row == null) {
            row = new PositionRow(key);
            entities.persist(row);
        }
        row.nextOffset = nextOffset;
    }
}
