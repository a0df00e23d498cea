package io.homeostat.model.reading;

import org.jspecify.annotations.Nullable;

/** The sentences that say why a record is no reading: each states the rule and what was found. */
final class Rejections {

    private final String field;

    Rejections(String field) {
        this.field = field;
    }

    Rejection empty(byte @Nullable [] json) {
        return new Rejection(
                RejectionCode.EMPTY,
                "%s, was %s".formatted(form(), json == null ? "a record without a value" : "empty"));
    }

    Rejection notJson(String problem, byte[] json) {
        return new Rejection(RejectionCode.NOT_JSON, "%s: %s, in %s".formatted(form(), problem, Excerpt.of(json)));
    }

    Rejection valueMissing(byte[] json) {
        return new Rejection(
                RejectionCode.VALUE_MISSING,
                "the field \"%s\" must be there and a number, was not there or null in %s"
                        .formatted(field, Excerpt.of(json)));
    }

    Rejection notANumber(byte[] json, JsonToken value) {
        return new Rejection(
                RejectionCode.VALUE_NOT_A_NUMBER, "%s must be a number, was %s".formatted(field, show(json, value)));
    }

    Rejection notFinite(byte[] json, JsonToken value) {
        return new Rejection(
                RejectionCode.VALUE_NOT_FINITE,
                "%s must be within what a double can hold, ±%s, was %s"
                        .formatted(field, Double.MAX_VALUE, show(json, value)));
    }

    Rejection timeUnreadable(byte[] json, JsonToken timestamp) {
        return new Rejection(
                RejectionCode.TIME_UNREADABLE,
                "timestamp must be ISO-8601 with an offset, such as 2026-11-23T08:15:00.250Z, or epoch milliseconds,"
                        + " was " + show(json, timestamp));
    }

    Rejection timeOutOfRange(byte[] json, JsonToken timestamp) {
        return new Rejection(
                RejectionCode.TIME_OUT_OF_RANGE,
                "timestamp must lie in the years 1970 to 9999, was " + show(json, timestamp));
    }

    Rejection recordTimeOutOfRange(long recordTimestampMillis) {
        return new Rejection(
                RejectionCode.TIME_OUT_OF_RANGE,
                "a reading without a timestamp has its record's, which must lie in the years 1970 to 9999, was "
                        + recordTimestampMillis + " ms");
    }

    Rejection sensorIdUnreadable(byte[] json, JsonToken sensorId) {
        return new Rejection(
                RejectionCode.SENSOR_ID_UNREADABLE,
                "sensorId must be text, without U+0000 and lone surrogates, or a number, was " + show(json, sensorId));
    }

    Rejection sensorIdTooLong(String sensorId) {
        return new Rejection(
                RejectionCode.SENSOR_ID_TOO_LONG,
                "a sensor id must have at most %d characters, had %d: %s"
                        .formatted(Reading.MAX_SENSOR_ID_LENGTH, sensorId.length(), Excerpt.of(sensorId)));
    }

    private String form() {
        return "a reading must be one JSON object such as {\"%s\": 37}".formatted(field);
    }

    private static String show(byte[] json, JsonToken token) {
        return Excerpt.of(json, token.start, token.end);
    }
}
