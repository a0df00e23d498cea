package io.homeostat.endtoend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an alert comes to in the end: two histories are the same if these are. What was withdrawn, or never fired, is no
 * part of them, nor what was said of the machinery: what is killed may be missed.
 */
record AlertSpan(
        String sensorId, Instant openedAt, @Nullable Instant resolvedAt) {

    /** The spans of all alerts, in the order in which they first appeared; the last event of each counts. */
    static List<AlertSpan> of(List<JsonNode> events) {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        Map<String, Boolean> fired = new LinkedHashMap<>();
        for (JsonNode event : events) {
            if (event.get("stream").asString().equals("homeostat")) {
                continue;
            }
            String id = event.get("alertId").asString();
            JsonNode before = last.get(id);
            if (before == null
                    || before.get("sequence").asInt() < event.get("sequence").asInt()) {
                last.put(id, event);
            }
            fired.merge(id, "FIRING".equals(event.get("state").asString()), Boolean::logicalOr);
        }
        List<AlertSpan> spans = new ArrayList<>();
        last.forEach((id, event) -> {
            if (Boolean.TRUE.equals(fired.get(id))
                    && !event.get("reason").asString().startsWith("withdrawn:")) {
                spans.add(
                        new AlertSpan(event.get("sensorId").asString(), instant(event, "openedAt"), resolvedAt(event)));
            }
        });
        return List.copyOf(spans);
    }

    static List<AlertSpan> of(List<JsonNode> events, String sensorId) {
        return of(events).stream()
                .filter(span -> span.sensorId.equals(sensorId))
                .toList();
    }

    private static @Nullable Instant resolvedAt(JsonNode event) {
        return event.get("resolvedAt").isNull() ? null : instant(event, "resolvedAt");
    }

    private static Instant instant(JsonNode event, String field) {
        return Instant.parse(event.get(field).asString());
    }
}
