package io.homeostat.monitor.incidents;

import io.homeostat.monitor.alerting.StoredText;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for; what is empty or {@code null} does not narrow it. Immutable.
 *
 * @param open whether their verdict is still to come
 * @param from incidents that were not over before this time
 * @param to incidents that were detected before this time
 */
record IncidentQuery(
        @Nullable String target,
        @Nullable String kind,
        @Nullable Boolean open,
        @Nullable Instant from,
        @Nullable Instant to) {

    List<Predicate> predicates(CriteriaBuilder builder, Root<IncidentRow> incident) {
        List<Predicate> all = new ArrayList<>();
        equal(all, builder, incident, "target", target);
        equal(all, builder, incident, "kind", kind);
        if (open != null) {
            all.add(builder.equal(incident.get("open"), open));
        }
        if (from != null) {
            all.add(builder.or(
                    incident.get("closedAt").isNull(), builder.greaterThanOrEqualTo(incident.get("closedAt"), from)));
        }
        if (to != null) {
            all.add(builder.lessThan(incident.get("detectedAt"), to));
        }
        return all;
    }

    private static void equal(
            List<Predicate> all,
            CriteriaBuilder builder,
            Root<IncidentRow> incident,
            String field,
            @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.add(builder.equal(incident.get(field), StoredText.of(value)));
        }
    }
}
