package io.homeostat.model.heartbeat;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.MessageJson;
import tools.jackson.core.JacksonException;

/** The JSON of heartbeats. Thread-safe; unknown fields are passed over. */
public final class HeartbeatJson {

    private HeartbeatJson() {}

    /** The bytes of a heartbeat. */
    public static byte[] write(Heartbeat heartbeat) {
        return MessageJson.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("instance", heartbeat.instance());
            json.writeStringProperty("service", heartbeat.service());
            json.writeStringProperty("at", MessageJson.timestamp(heartbeat.at().toEpochMilli()));
            json.writeNumberProperty("pid", heartbeat.pid());
            json.writeNumberProperty("uptimeMillis", heartbeat.uptimeMillis());
            json.writePOJOProperty("heapAfterCollection", heartbeat.heapAfterCollection());
            json.writeNumberProperty("collectionShare", heartbeat.collectionShare());
            json.writePOJOProperty("diskLeftBytes", heartbeat.diskLeftBytes());
            json.writePOJOProperty("filesOpen", heartbeat.filesOpen());
            json.writePOJOProperty("connectionsWaiting", heartbeat.connectionsWaiting());
            json.writeEndObject();
        });
    }

    /**
     * Reads a heartbeat.
     *
     * @throws MessageFormatException if it is not one
     */
    public static Heartbeat read(byte[] bytes) {
        try {
            Heartbeat heartbeat = MessageJson.mapper().readValue(bytes, Heartbeat.class);
            if (heartbeat == null) {
                throw new MessageFormatException("the record must be the JSON of a heartbeat, was null");
            }
            return heartbeat;
        } catch (JacksonException e) {
            throw new MessageFormatException("a heartbeat", e);
        }
    }
}
