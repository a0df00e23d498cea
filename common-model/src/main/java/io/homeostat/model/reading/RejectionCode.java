package io.homeostat.model.reading;

/** The closed list of what can be wrong with a record on a stream's topic. */
public enum RejectionCode {
    /** There is no value at all: a null record, or zero bytes. */
    EMPTY("empty"),
    /** The bytes are not one JSON object. */
    NOT_JSON("not-json"),
    /** The object has no field with the stream's name, or it is null. */
    VALUE_MISSING("value-missing"),
    /** The value is not a number. */
    VALUE_NOT_A_NUMBER("value-not-a-number"),
    /** The value is beyond what a double can hold. */
    VALUE_NOT_FINITE("value-not-finite"),
    /** The time stamp cannot be read. */
    TIME_UNREADABLE("time-unreadable"),
    /** The time stamp lies outside the years 1970 to 9999. */
    TIME_OUT_OF_RANGE("time-out-of-range"),
    /** The sensor id is neither text nor a number. */
    SENSOR_ID_UNREADABLE("sensor-id-unreadable"),
    /** The sensor id is longer than {@link Reading#MAX_SENSOR_ID_LENGTH} characters. */
    SENSOR_ID_TOO_LONG("sensor-id-too-long"),
    /** The pipeline died of the record again and again, and passed it over in the end. */
    QUARANTINED("quarantined");

    private final String label;

    RejectionCode(String label) {
        this.label = label;
    }

    /** The code as it stands in metrics. */
    public String label() {
        return label;
    }
}
