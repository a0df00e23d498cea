package io.homeostat.model.reading;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The JSON of a reading's source, wherever a message names one. */
public final class SourceJson {

    private SourceJson() {}

    /** Writes the source as the next value, {@code null} where there is none. */
    public static void write(@Nullable Source source, JsonGenerator json) {
        if (source == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("topic", source.topic());
        json.writeNumberProperty("partition", source.partition());
        json.writeNumberProperty("offset", source.offset());
        json.writeEndObject();
    }
}
