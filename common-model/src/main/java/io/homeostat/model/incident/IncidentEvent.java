package io.homeostat.model.incident;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.MessageJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One step of an incident, as it stands on the topic of incidents. Immutable.
 *
 * @param incidentId a pure function of the target and the time of the detection
 * @param sequence counts the incident's events from 1
 * @param event what this step tells: "detected", "taken-over", "diagnosed", "held", "skipped", "remedy-begun",
 *     "remedy-ended", "verifying", "not-healed" or "closed"; after that only "recovered": a target that a person was
 *     called for works
 * @param target to which it happened
 * @param kind what is wrong with it, such as {@code hung-process}
 * @param remedy that the step is about; {@code null} if about none
 * @param verdict {@code HEALED}, {@code WITHDRAWN}, {@code INCONCLUSIVE} or {@code HANDED_OVER} of a closed incident,
 *     {@code NOT_HEALED} of a remedy; {@code null} before
 * @param detectedAt when the healer saw it
 * @param at when this step was
 * @param elapsedMillis from the detection to this step, by a clock that nobody sets
 * @param faultMillis for how long it had been wrong when it was detected
 * @param sentence the step for people
 * @param evidence why one thinks so, of a diagnosis; otherwise empty
 * @param ruledOut what else it could have been, of a diagnosis; otherwise empty
 */
public record IncidentEvent(
        String incidentId,
        long sequence,
        String event,
        String target,
        String kind,
        @Nullable String remedy,
        @Nullable String verdict,
        Instant detectedAt,
        Instant at,
        long elapsedMillis,
        long faultMillis,
        String sentence,
        List<String> evidence,
        List<String> ruledOut) {

    public IncidentEvent {
        Objects.requireNonNull(incidentId, "incidentId");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detectedAt, "detectedAt");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(sentence, "sentence");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, was " + sequence);
        }
        evidence = List.copyOf(evidence);
        ruledOut = List.copyOf(ruledOut);
    }

    /** The bytes of its JSON. */
    public byte[] json() {
        return MessageJson.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("incidentId", incidentId);
            json.writeNumberProperty("sequence", sequence);
            json.writeStringProperty("event", event);
            json.writeStringProperty("target", target);
            json.writeStringProperty("kind", kind);
            json.writePOJOProperty("remedy", remedy);
            json.writePOJOProperty("verdict", verdict);
            json.writeStringProperty("detectedAt", MessageJson.timestamp(detectedAt.toEpochMilli()));
            json.writeStringProperty("at", MessageJson.timestamp(at.toEpochMilli()));
            json.writeNumberProperty("elapsedMillis", elapsedMillis);
            json.writeNumberProperty("faultMillis", faultMillis);
            json.writeStringProperty("sentence", sentence);
            json.writePOJOProperty("evidence", evidence);
            json.writePOJOProperty("ruledOut", ruledOut);
            json.writeEndObject();
        });
    }

    /**
     * Reads an event.
     *
     * @throws MessageFormatException if it is not one
     */
    public static IncidentEvent read(byte[] bytes) {
        try {
            IncidentEvent event = MessageJson.mapper().readValue(bytes, IncidentEvent.class);
            if (event == null) {
                throw new MessageFormatException("the record must be the JSON of an incident's event, was null");
            }
            return event;
        } catch (JacksonException e) {
            throw new MessageFormatException("an incident's event", e);
        }
    }
}
