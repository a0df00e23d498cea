package io.homeostat.model.correction;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.MessageJson;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Source;
import io.homeostat.model.reading.SourceJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The JSON of corrections on a stream's adjusted topic, where the value's field is named after the stream. Thread-safe. */
public final class CorrectionJson {

    private final String valueField;

    /** The JSON of the corrections of a stream. */
    public CorrectionJson(StreamTopics stream) {
        this.valueField = stream.valueField();
    }

    /** The bytes of a correction. */
    public byte[] write(Correction correction) {
        return MessageJson.write(json -> write(correction, json));
    }

    /**
     * Reads a correction.
     *
     * @throws MessageFormatException if it is not such a correction
     */
    public Correction read(byte[] bytes) {
        try {
            JsonNode root = MessageJson.mapper().readTree(bytes);
            JsonNode source = root.path("source");
            return new Correction(
                    root.path("sensorId").asString(),
                    number(root, valueField),
                    Instant.parse(root.path("timestamp").asString()).toEpochMilli(),
                    number(root, "original"),
                    QualityFlag.of(root.path("flag").asInt()),
                    root.path("method").asString(),
                    number(root, "uncertainty"),
                    root.path("rules").valueStream().map(JsonNode::asString).toList(),
                    root.path("ruleVersion").asInt(0),
                    root.path("reason").asString(""),
                    source.isObject()
                            ? new Source(
                                    source.path("topic").asString(),
                                    source.path("partition").asInt(),
                                    source.path("offset").asLong())
                            : null,
                    root.path("revision").asInt(1));
        } catch (JacksonException e) {
            throw new MessageFormatException("a correction", e);
        } catch (DateTimeException e) {
            throw new MessageFormatException("a correction's timestamp must be ISO-8601 in UTC: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new MessageFormatException("the record must be the JSON of a correction: " + e.getMessage());
        }
    }

    private void write(Correction correction, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("sensorId", correction.sensorId());
        writeNumber(json, valueField, correction.value());
        json.writeStringProperty("timestamp", MessageJson.timestamp(correction.eventTimeMillis()));
        writeNumber(json, "original", correction.original());
        json.writeNumberProperty("flag", correction.flag().code());
        json.writeStringProperty("method", correction.method());
        writeNumber(json, "uncertainty", correction.uncertainty());
        json.writeName("rules");
        List<String> rules = correction.rules();
        json.writeStartArray();
        rules.forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("ruleVersion", correction.ruleVersion());
        json.writeStringProperty("reason", correction.reason());
        json.writeName("source");
        SourceJson.write(correction.source(), json);
        if (correction.revision() > 1) {
            json.writeNumberProperty("revision", correction.revision());
        }
        json.writeEndObject();
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private static @Nullable Double number(JsonNode root, String field) {
        JsonNode node = root.path(field);
        return node.isNumber() ? node.asDouble() : null;
    }
}
