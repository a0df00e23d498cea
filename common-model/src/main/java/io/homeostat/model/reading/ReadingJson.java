package io.homeostat.model.reading;

import io.homeostat.model.MessageJson;
import io.homeostat.model.StreamTopics;

/**
 * The JSON of a stream's readings, as a producer writes it and {@link ReadingDecoder} reads it. Thread-safe.
 *
 * @param stream whose readings they are
 */
public record ReadingJson(StreamTopics stream) {

    /** The bytes of a reading, with its time in ISO-8601; that the time was replaced is not written. */
    public byte[] write(Reading reading) {
        return MessageJson.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("sensorId", reading.sensorId());
            json.writeNumberProperty(stream.valueField(), reading.value());
            json.writeStringProperty("timestamp", MessageJson.timestamp(reading.eventTimeMillis()));
            json.writeEndObject();
        });
    }
}
