package io.homeostat.model.alert;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.MessageJson;
import io.homeostat.model.reading.SourceJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** The JSON of alert events on the topic {@code alerts}. Thread-safe; unknown fields are passed over. */
public final class AlertEventJson {

    private AlertEventJson() {}

    /** The bytes of an event. */
    public static byte[] write(AlertEvent event) {
        return MessageJson.write(json -> write(event, json));
    }

    /**
     * Reads an event.
     *
     * @throws MessageFormatException if it is not such an event
     */
    public static AlertEvent read(byte[] bytes) {
        try {
            AlertEvent event = MessageJson.mapper().readValue(bytes, AlertEvent.class);
            if (event == null) {
                throw new MessageFormatException("the record must be the JSON of an alert event, was null");
            }
            return event;
        } catch (JacksonException e) {
            throw new MessageFormatException("an alert event", e);
        }
    }

    private static void write(AlertEvent event, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("alertId", event.alertId());
        json.writeNumberProperty("sequence", event.sequence());
        json.writeStringProperty("state", event.state().name());
        json.writeStringProperty("severity", event.severity().label());
        json.writeStringProperty("ruleId", event.ruleId());
        json.writeNumberProperty("ruleVersion", event.ruleVersion());
        json.writeStringProperty("stream", event.stream());
        json.writeStringProperty("sensorId", event.sensorId());
        json.writeStringProperty("event", event.event().label());
        writeNumber(json, "value", event.value());
        writeNumber(json, "limit", event.limit());
        json.writeStringProperty("reason", event.reason());
        json.writeStringProperty("reasonCode", event.reasonCode());
        json.writeName("reasonArgs");
        json.writeStartObject();
        event.reasonArgs().forEach(json::writePOJOProperty);
        json.writeEndObject();
        json.writeStringProperty("openedAt", event.openedAt().toString());
        Instant resolvedAt = event.resolvedAt();
        if (resolvedAt == null) {
            json.writeNullProperty("resolvedAt");
        } else {
            json.writeStringProperty("resolvedAt", resolvedAt.toString());
        }
        json.writeStringProperty("at", event.at().toString());
        json.writeName("source");
        SourceJson.write(event.source(), json);
        json.writeEndObject();
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
