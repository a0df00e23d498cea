package io.homeostat.producer.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes the readings of one sensor as JSON: what stays the same is made once. Thread-safe.
 *
 * <p>Whole numbers are written without a fraction, as the seed's producer does.
 */
public final class ReadingTemplate {

    private static final double MAX_WHOLE = 1e15;

    private final byte @Nullable [] key;
    private final byte[] beginning;

    /**
     * @param valueField the field of the value, which is the stream's name
     * @param sensorId the sensor; {@code null}: the readings name none
     */
    public ReadingTemplate(String valueField, @Nullable String sensorId) {
        String field = "\"" + valueField + "\": ";
        if (sensorId == null) {
            key = null;
            beginning = ascii("{" + field);
        } else {
            key = sensorId.getBytes(StandardCharsets.UTF_8);
            String quoted = new String(JsonStringEncoder.getInstance().quoteAsCharArray(sensorId));
            beginning = ("{\"sensorId\": \"" + quoted + "\", " + field).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The records' key: the sensor id, or none. */
    public byte @Nullable [] key() {
        return key;
    }

    /** A reading whose time is its record's. */
    public byte[] json(double value) {
        return join(number(value) + "}");
    }

    /** A reading with an event time, in milliseconds since the epoch. */
    public byte[] json(double value, long eventTimeMillis) {
        return join(number(value) + ", \"timestamp\": " + eventTimeMillis + "}");
    }

    private byte[] join(String end) {
        byte[] rest = ascii(end);
        byte[] json = Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, json, beginning.length, rest.length);
        return json;
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < MAX_WHOLE) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
