package io.homeostat.benchmarks.faults.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An incident as the healer told it. Immutable.
 *
 * @param id its id
 * @param target who is to blame
 * @param kind what is wrong, as was said last
 * @param open whether the verdict is still to come
 * @param verdict of a closed one
 * @param remedies that were begun, in their order
 * @param story a line for each event
 * @param seenNanos when its detection was first told, by this process's monotonic clock
 */
public record SeenIncident(
        String id,
        String target,
        String kind,
        boolean open,
        @Nullable String verdict,
        List<String> remedies,
        List<String> story,
        long seenNanos) {

    public SeenIncident {
        remedies = List.copyOf(remedies);
        story = List.copyOf(story);
    }

    static SeenIncident of(JsonNode json, long seenNanos) {
        return new SeenIncident(
                json.path("incidentId").asString(),
                json.path("target").asString(),
                json.path("kind").asString(),
                json.path("open").asBoolean(),
                json.path("verdict").asString(null),
                json.path("remedies").valueStream().map(JsonNode::asString).toList(),
                json.path("events").valueStream().map(SeenIncident::line).toList(),
                seenNanos);
    }

    private static String line(JsonNode event) {
        return "%d ms %s: %s"
                .formatted(
                        event.path("elapsedMillis").asLong(),
                        event.path("event").asString(),
                        event.path("sentence").asString());
    }
}
