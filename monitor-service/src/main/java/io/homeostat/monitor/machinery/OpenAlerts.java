package io.homeostat.monitor.machinery;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The alerts about machinery that are open, and the events that begin and end them. What stood on the topic of alerts is
 * told to {@link #remember} first. Not thread-safe.
 */
final class OpenAlerts {

    private final Map<String, AlertEvent> newest = new HashMap<>();

    /** Takes what is on the topic, in the order of its partitions; events of other alerts are passed over. */
    void remember(AlertEvent event) {
        if (!MachineryRule.isOurs(event.stream(), event.ruleId())) {
            return;
        }
        if (event.state().isOpen()) {
            newest.put(event.alertId(), event);
        } else {
            newest.remove(event.alertId());
        }
    }

    boolean isEmpty() {
        return newest.isEmpty();
    }

    /** The open alert of a rule and a target. */
    Optional<AlertEvent> of(MachineryRule rule, String target) {
        return newest.values().stream()
                .filter(event ->
                        event.ruleId().equals(rule.id()) && event.sensorId().equals(target))
                .findFirst();
    }

    /**
     * The event that begins an alert.
     *
     * @param raisedBy what it is that raised it, and nothing else: the alert's id follows from it
     */
    AlertEvent fire(
            MachineryRule rule, String target, String raisedBy, Severity severity, Finding finding, Instant at) {
        return remembered(new AlertEvent(
                alertId(rule, target, raisedBy),
                1,
                AlertState.FIRING,
                severity,
                rule.id(),
                1,
                MachineryRule.STREAM,
                target,
                AlertEventKind.STATE,
                null,
                null,
                finding.sentence(),
                finding.code(),
                finding.arguments(),
                at,
                null,
                at,
                null));
    }

    /** The event that ends an open alert; no alert ends before it began, whatever the clocks say. */
    AlertEvent resolve(AlertEvent open, Finding finding, Instant at) {
        Instant end = at.isBefore(open.openedAt()) ? open.openedAt() : at;
        return remembered(new AlertEvent(
                open.alertId(),
                open.sequence() + 1,
                AlertState.RESOLVED,
                open.severity(),
                open.ruleId(),
                open.ruleVersion(),
                open.stream(),
                open.sensorId(),
                AlertEventKind.STATE,
                null,
                null,
                finding.sentence(),
                finding.code(),
                finding.arguments(),
                open.openedAt(),
                end,
                end,
                null));
    }

    /** What an open alert's reason names. */
    static @Nullable Object argument(AlertEvent open, String name) {
        return open.reasonArgs().get(name);
    }

    private AlertEvent remembered(AlertEvent event) {
        remember(event);
        return event;
    }

    private static String alertId(MachineryRule rule, String target, String raisedBy) {
        // lengths keep two different sets of parts from running together into the same text
        String identity = rule.id() + target.length() + ":" + target + raisedBy;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
