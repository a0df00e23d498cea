package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader of the topic {@code alerts} makes of the events, who knows nothing but the contract. */
final class History {

    /** One alert, by what makes two histories the same. */
    record Alert(
            String ruleId,
            String sensorId,
            Instant openedAt,
            @Nullable Instant resolvedAt,
            Severity highest) {}

    private History() {}

    /** The alerts that fired and were not withdrawn, in the order of rule and beginning. */
    static List<Alert> of(List<AlertEvent> events) {
        List<Alert> alerts = new ArrayList<>();
        for (List<AlertEvent> own : byAlert(events).values()) {
            AlertEvent last = own.get(own.size() - 1);
            boolean fired = own.stream().anyMatch(event -> event.state() == AlertState.FIRING);
            if (fired && !last.isWithdrawal()) {
                Severity highest = highest(own);
                alerts.add(new Alert(last.ruleId(), last.sensorId(), last.openedAt(), last.resolvedAt(), highest));
            }
        }
        return inOrder(alerts);
    }

    /** Of the events from the last revision on: it tells the highest until then. */
    private static Severity highest(List<AlertEvent> own) {
        Severity highest = Severity.INFO;
        for (AlertEvent event : own) {
            boolean counts = event.state() != AlertState.PENDING;
            if (event.event() == AlertEventKind.REVISED) {
                highest = Severity.INFO;
            }
            if (counts && event.severity().compareTo(highest) > 0) {
                highest = event.severity();
            }
        }
        return highest;
    }

    static List<Alert> inOrder(List<Alert> alerts) {
        return alerts.stream()
                .sorted(Comparator.comparing(Alert::ruleId)
                        .thenComparing(Alert::openedAt)
                        .thenComparing(Alert::resolvedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Checks what must hold of any stream of events. */
    static void check(List<AlertEvent> events) {
        byAlert(events).forEach((id, own) -> {
            for (int i = 0; i < own.size(); i++) {
                AlertEvent event = own.get(i);
                assertThat(event.sequence()).as("sequence of %s", id).isEqualTo(i + 1L);
                assertThat(event.resolvedAt() == null)
                        .as("open means no end: %s", event)
                        .isEqualTo(event.state().isOpen());
                if (i > 0) {
                    checkStep(own.get(i - 1), event);
                }
            }
        });
    }

    private static void checkStep(AlertEvent before, AlertEvent event) {
        if (event.event() == AlertEventKind.REVISED) {
            return;
        }
        assertThat(before.state())
                .as("what comes after RESOLVED is a revision: %s", event)
                .isNotEqualTo(AlertState.RESOLVED);
        if (event.state() == AlertState.FIRING) {
            assertThat(before.state() != AlertState.FIRING || before.severity() != event.severity())
                    .as("FIRING comes once for a severity: %s", event)
                    .isTrue();
        }
        assertThat(event.openedAt())
                .as("only a revision moves the beginning: %s", event)
                .isEqualTo(before.openedAt());
    }

    /** How many alerts of each rule are open after all events. */
    static Map<String, Integer> open(List<AlertEvent> events) {
        Map<String, Integer> open = new LinkedHashMap<>();
        for (List<AlertEvent> own : byAlert(events).values()) {
            AlertEvent last = own.get(own.size() - 1);
            open.merge(last.ruleId(), last.state().isOpen() ? 1 : 0, Integer::sum);
        }
        return open;
    }

    private static Map<String, List<AlertEvent>> byAlert(List<AlertEvent> events) {
        Map<String, List<AlertEvent>> byAlert = new LinkedHashMap<>();
        events.forEach(event -> byAlert.computeIfAbsent(event.alertId(), id -> new ArrayList<>())
                .add(event));
        return byAlert;
    }
}
