package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; what is empty or {@code null} does not narrow it. Immutable.
 *
 * @param from alerts that were not over before this time
 * @param to alerts that began before this time
 */
record AlertQuery(
        Set<AlertState> states,
        Set<Severity> severities,
        @Nullable String stream,
        @Nullable String sensor,
        @Nullable String rule,
        @Nullable Instant from,
        @Nullable Instant to) {

    /**
     * The constants of those names, whatever their case.
     *
     * @throws IllegalArgumentException that names what is allowed
     */
    static <E extends Enum<E>> Set<E> parse(String parameter, Class<E> type, List<String> names) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .map(name -> constant(parameter, type, name.trim()))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Predicate> predicates(CriteriaBuilder builder, Root<AlertRow> alert) {
        List<Predicate> all = new ArrayList<>();
        if (!states.isEmpty()) {
            all.add(alert.get("state").in(states));
        }
        if (!severities.isEmpty()) {
            all.add(alert.get("severity").in(severities));
        }
        equal(all, builder, alert, "stream", stream);
        equal(all, builder, alert, "sensorId", sensor);
        equal(all, builder, alert, "ruleId", rule);
        if (from != null) {
            all.add(builder.or(
                    alert.get("resolvedAt").isNull(), builder.greaterThanOrEqualTo(alert.get("resolvedAt"), from)));
        }
        if (to != null) {
            all.add(builder.lessThan(alert.get("openedAt"), to));
        }
        return all;
    }

    private static void equal(
            List<Predicate> all, CriteriaBuilder builder, Root<AlertRow> alert, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.add(builder.equal(alert.get(field), StoredText.of(value)));
        }
    }

    private static <E extends Enum<E>> E constant(String parameter, Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s must be one of %s, was \"%s\""
                        .formatted(
                                parameter,
                                Arrays.stream(type.getEnumConstants())
                                        .map(constant -> type == Severity.class
                                                ? constant.name().toLowerCase(Locale.ROOT)
                                                : constant.name())
                                        .collect(Collectors.joining(", ")),
                                name)));
    }
}
