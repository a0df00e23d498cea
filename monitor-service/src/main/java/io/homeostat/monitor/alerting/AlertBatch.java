package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The alerts of one batch of events, followed in memory so that each is written once. Not thread-safe. */
final class AlertBatch {

    private final Map<String, AlertRow> stored = new HashMap<>();
    private final Map<String, AlertRow> created = new LinkedHashMap<>();
    private final Map<AlertRow, AlertEvent> newest = new LinkedHashMap<>();

    /** A batch of which some alerts are in the store already. */
    AlertBatch(List<AlertRow> stored) {
        stored.forEach(row -> this.stored.put(row.id, row));
    }

    /** Whether a stored alert has an event of that number, or of a higher one. */
    boolean hasPassed(String alertId, long sequence) {
        AlertRow row = stored.get(alertId);
        return row != null && sequence <= row.lastSequence;
    }

    /** Takes the state after an event, unless the alert is further already. */
    void follow(ProjectedEvent projected) {
        AlertEvent event = projected.event();
        String id = AlertEventRow.keyOf(projected).alertId();
        AlertRow row = stored.get(id);
        if (row == null) {
            row = created.computeIfAbsent(id, unknown -> AlertRow.of(event));
        }
        if (event.sequence() > row.lastSequence) {
            row.follow(event);
            newest.put(row, event);
        }
    }

    /** The alerts that the store does not have. */
    List<AlertRow> created(JsonMapper json) {
        return withArguments(json, true);
    }

    /** The alerts that stand otherwise than in the store. */
    List<AlertRow> changed(JsonMapper json) {
        return withArguments(json, false);
    }

    private List<AlertRow> withArguments(JsonMapper json, boolean isNew) {
        List<AlertRow> rows = new ArrayList<>();
        newest.forEach((row, event) -> {
            if (created.containsKey(row.id) == isNew) {
                row.reasonArgs = StoredText.of(json.writeValueAsString(event.reasonArgs()));
                rows.add(row);
            }
        });
        return rows;
    }
}
