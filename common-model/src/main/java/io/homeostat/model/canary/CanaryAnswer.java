package io.homeostat.model.canary;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.MessageJson;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * What a home answered to a canary, as it stands on the topic {@code canary}. Immutable.
 *
 * @param pipeline the application that answered, such as {@code homeostat-monitor-temperature}
 * @param partition the partition whose home answered
 * @param number of the canary
 * @param breach whether the home found it bad, which it is
 * @param tookMillis from its sending to its verdict, by two clocks: for people
 */
public record CanaryAnswer(String pipeline, int partition, long number, boolean breach, long tookMillis) {

    public CanaryAnswer {
        Objects.requireNonNull(pipeline, "pipeline");
    }

    /** The bytes of its JSON. */
    public byte[] json() {
        return MessageJson.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("pipeline", pipeline);
            json.writeNumberProperty("partition", partition);
            json.writeNumberProperty("number", number);
            json.writeBooleanProperty("breach", breach);
            json.writeNumberProperty("tookMillis", tookMillis);
            json.writeEndObject();
        });
    }

    /**
     * Reads an answer.
     *
     * @throws MessageFormatException if it is not one
     */
    public static CanaryAnswer read(byte[] bytes) {
        try {
            CanaryAnswer answer = MessageJson.mapper().readValue(bytes, CanaryAnswer.class);
            if (answer == null) {
                throw new MessageFormatException("the record must be the JSON of a canary's answer, was null");
            }
            return answer;
        } catch (JacksonException e) {
            throw new MessageFormatException("a canary's answer", e);
        }
    }
}
