package io.homeostat.model.reading;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.JsonToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes readings of one stream from the bytes of Kafka records: the first step of every pipeline.
 *
 * <p>One instance serves one stream and one thread: it is <em>not</em> thread-safe. It never throws, whatever the
 * bytes; what is no reading comes back as a {@link Rejection}. A reading costs one pass over its bytes and one object;
 * the ids of the sensors seen last are kept (at most about 1 MB).
 *
 * <p>The JSON is read strictly (RFC 8259, UTF-8). Fields that are not known are passed over, whatever they hold; of a
 * field that comes twice the last one counts. A key that is empty, not UTF-8 or holds the character U+0000 names no
 * sensor.
 */
public final class ReadingDecoder {

    /** How far ahead of its record's timestamp a reading's time may be and still be believed. */
    public static final long MAX_AHEAD_MILLIS = 60_000;

    /** The last millisecond of the year 9999. */
    public static final long MAX_EVENT_TIME_MILLIS = 253_402_300_799_999L;

    private static final byte[] SENSOR_ID = "sensorId".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIMESTAMP = "timestamp".getBytes(StandardCharsets.US_ASCII);

    /** The most bytes of UTF-8 that {@link Reading#MAX_SENSOR_ID_LENGTH} characters can take. */
    private static final int MAX_SENSOR_ID_BYTES = 3 * Reading.MAX_SENSOR_ID_LENGTH;

    private final String valueName;
    private final byte[] valueField;
    private final Rejections rejections;
    private final JsonScanner scanner = new JsonScanner();
    private final SensorIds sensorIds = new SensorIds();

    private final JsonToken name = new JsonToken();
    private final JsonToken value = new JsonToken();
    private final JsonToken sensorId = new JsonToken();
    private final JsonToken timestamp = new JsonToken();
    private final JsonToken unknown = new JsonToken();

    /** Makes a decoder for the readings of one stream. */
    public ReadingDecoder(StreamTopics stream) {
        valueName = stream.valueField();
        valueField = valueName.getBytes(StandardCharsets.US_ASCII);
        rejections = new Rejections(valueName);
    }

    /**
     * Decodes one record.
     *
     * @param key the record's key: the sensor's id where the value names none
     * @param json the record's value
     * @param recordTimestampMillis the record's timestamp, in milliseconds since the epoch; -1 if it has none
     */
    public Decoding decode(byte @Nullable [] key, byte @Nullable [] json, long recordTimestampMillis) {
        if (json == null || json.length == 0) {
            return rejections.empty(json);
        }
        if (!scan(json)) {
            return rejections.notJson(scanner.problem(), json);
        }
        if (value.kind != Kind.NUMBER) {
            return value.isThere() ? rejections.notANumber(json, value) : rejections.valueMissing(json);
        }
        double number = DecimalParser.parse(json, value.start, value.end);
        if (Double.isInfinite(number)) {
            return rejections.notFinite(json, value);
        }
        long time = recordTimestampMillis;
        if (timestamp.isThere()) {
            time = time(json);
            if (time == TimestampParser.UNREADABLE) {
                return rejections.timeUnreadable(json, timestamp);
            }
        }
        if (time < 0 || time > MAX_EVENT_TIME_MILLIS) {
            return timestamp.isThere()
                    ? rejections.timeOutOfRange(json, timestamp)
                    : rejections.recordTimeOutOfRange(recordTimestampMillis);
        }
        boolean timeReplaced = recordTimestampMillis >= 0 && time - MAX_AHEAD_MILLIS > recordTimestampMillis;
        String sensor;
        if (hasSensorId()) {
            if (sensorId.kind != Kind.STRING && sensorId.kind != Kind.NUMBER) {
                return rejections.sensorIdUnreadable(json, sensorId);
            }
            sensor = sensorId(json);
            if (sensor == null) {
                return rejections.sensorIdUnreadable(json, sensorId);
            }
        } else {
            sensor = sensorIdFromKey(key);
        }
        if (sensor.length() > Reading.MAX_SENSOR_ID_LENGTH) {
            return rejections.sensorIdTooLong(sensor);
        }
        return new Reading(sensor, number, timeReplaced ? recordTimestampMillis : time, timeReplaced);
    }

    /** Finds the fields; false if the bytes are not one JSON object. */
    private boolean scan(byte[] json) {
        value.clear();
        sensorId.clear();
        timestamp.clear();
        scanner.reset(json);
        if (!scanner.punctuation('{', "'{'")) {
            return false;
        }
        if (!scanner.optional('}')) {
            do {
                if (!scanner.name(name) || !scanner.value(field(json))) {
                    return false;
                }
            } while (scanner.optional(','));
            if (!scanner.punctuation('}', "',' or '}'")) {
                return false;
            }
        }
        return scanner.finish();
    }

    /** Where to keep the value of the field whose name was just read. */
    private JsonToken field(byte[] json) {
        if (name.escaped) {
            return fieldNamed(JsonText.of(json, name));
        }
        if (Arrays.equals(json, name.start, name.end, valueField, 0, valueField.length)) {
            return value;
        }
        if (Arrays.equals(json, name.start, name.end, SENSOR_ID, 0, SENSOR_ID.length)) {
            return sensorId;
        }
        if (Arrays.equals(json, name.start, name.end, TIMESTAMP, 0, TIMESTAMP.length)) {
            return timestamp;
        }
        return unknown;
    }

    private JsonToken fieldNamed(String text) {
        if (text.equals(valueName)) {
            return value;
        }
        return switch (text) {
            case "sensorId" -> sensorId;
            case "timestamp" -> timestamp;
            default -> unknown;
        };
    }

    private long time(byte[] json) {
        if (timestamp.kind == Kind.NUMBER) {
            double millis = DecimalParser.parse(json, timestamp.start, timestamp.end);
            // The cast takes what is beyond a long to its ends, and those are out of range as well.
            return millis < 0 ? -1 : (long) millis;
        }
        if (timestamp.kind != Kind.STRING) {
            return TimestampParser.UNREADABLE;
        }
        if (timestamp.escaped) {
            byte[] text = JsonText.of(json, timestamp).getBytes(StandardCharsets.UTF_8);
            return TimestampParser.parse(text, 0, text.length);
        }
        return TimestampParser.parse(json, timestamp.start, timestamp.end);
    }

    private boolean hasSensorId() {
        boolean empty = sensorId.kind == Kind.STRING && sensorId.start == sensorId.end;
        return sensorId.isThere() && !empty;
    }

    /** The id that the value names; {@code null} if it can't be written again as text. */
    private @Nullable String sensorId(byte[] json) {
        if (sensorId.escaped) {
            String text = JsonText.of(json, sensorId);
            return JsonText.isWritable(text) && text.indexOf('\0') < 0 ? text : null;
        }
        return sensorId(json, sensorId.start, sensorId.end);
    }

    private String sensorIdFromKey(byte @Nullable [] key) {
        if (key == null || key.length == 0) {
            return Reading.DEFAULT_SENSOR_ID;
        }
        String known = key.length <= MAX_SENSOR_ID_BYTES ? sensorIds.find(key, 0, key.length) : null;
        if (known != null) {
            return known;
        }
        return Utf8.isText(key) ? sensorId(key, 0, key.length) : Reading.DEFAULT_SENSOR_ID;
    }

    private String sensorId(byte[] bytes, int from, int to) {
        if (to - from > MAX_SENSOR_ID_BYTES) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        String known = sensorIds.find(bytes, from, to);
        return known != null ? known : sensorIds.remember(bytes, from, to);
    }
}
