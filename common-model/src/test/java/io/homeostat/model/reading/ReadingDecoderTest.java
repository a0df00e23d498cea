package io.homeostat.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.StreamTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingDecoderTest {

    private static final long RECORD_TIME =
            Instant.parse("2026-11-23T08:16:00Z").toEpochMilli();

    private final ReadingDecoder decoder = new ReadingDecoder(new StreamTopics("temperature"));

    @Test
    void takesEverythingButTheValueFromTheRecord() {
        assertThat(decode("boiler-7", "{\"temperature\": 37}"))
                .isEqualTo(new Reading("boiler-7", 37, RECORD_TIME, false));
    }

    @Test
    void takesTheFieldsBeforeTheRecord() {
        assertThat(
                        decode(
                                "other",
                                "{\"sensorId\": \"boiler-7\", \"temperature\": 37.25, \"timestamp\": \"2026-11-23T08:15:00.250Z\"}"))
                .isEqualTo(new Reading("boiler-7", 37.25, 1795421700250L, false));
        assertThat(decode(null, "{\"sensorId\":\"boiler-7\",\"temperature\":37.25,\"timestamp\":1795421700250}"))
                .isEqualTo(new Reading("boiler-7", 37.25, 1795421700250L, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void passesToTheKeyWhereTheIdIsNullOrEmpty(String id) {
        assertThat(reading("key", "{\"temperature\":1,\"sensorId\":" + id + "}").sensorId())
                .isEqualTo("key");
    }

    @Test
    void callsASensorWithoutIdAndKeyDefault() {
        assertThat(reading(null, "{\"temperature\":1}").sensorId()).isEqualTo("default");
        assertThat(reading("", "{\"temperature\":1}").sensorId()).isEqualTo("default");
    }

    @Test
    void takesAKeyThatIsNoTextAsIfItWereNotThere() {
        byte[] value = "{\"temperature\":1}".getBytes(StandardCharsets.UTF_8);
        for (byte[] key : new byte[][] {{(byte) 0xC3}, {(byte) 0xFF, 1}, {0, 0, 0, 7}, {(byte) 0xED, (byte) 0xA0, 1}}) {
            assertThat(decoder.decode(key, value, RECORD_TIME))
                    .isEqualTo(new Reading("default", 1, RECORD_TIME, false));
        }
    }

    @ParameterizedTest
    @CsvSource({"7,7", "-1.50,-1.50", "1e3,1e3"})
    void takesANumberAsAnIdAsItsText(String written, String id) {
        assertThat(reading("key", "{\"sensorId\":" + written + ",\"temperature\":1}")
                        .sensorId())
                .isEqualTo(id);
    }

    @Test
    void readsEscapesInNamesIdsAndTimes() {
        String json = "{\"\\u0074emperature\":5,\"sensor\\u0049d\":\"k\\u00e4se\\t\\\"\\ud83d\\ude00\","
                + "\"time\\u0073tamp\":\"2026-11-23T08\\u003a15:00Z\"}";
        assertThat(decode(null, json)).isEqualTo(new Reading("käse\t\"😀", 5, 1795421700000L, false));
    }

    @Test
    void countsTheLastOfFieldsThatComeTwice() {
        assertThat(decode(null, "{\"temperature\":\"hot\",\"sensorId\":1,\"temperature\":2,\"sensorId\":\"b\"}"))
                .isEqualTo(new Reading("b", 2, RECORD_TIME, false));
        assertThat(code("{\"temperature\":2,\"temperature\":null}")).isEqualTo(RejectionCode.VALUE_MISSING);
    }

    @Test
    void passesOverUnknownFieldsOfAnyKind() {
        assertThat(decode(
                        null,
                        " {\"a\":[1,{\"temperature\":9},[],{}],\"b\":{\"c\":[true,false,null,-1.5E+3,\"x\\n\"]},"
                                + "\"temperature\":1 , \"d\":{}}\r\n\t"))
                .isEqualTo(new Reading("default", 1, RECORD_TIME, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {60_000, 0, -86_400_000})
    void believesATimeUpToAMinuteAheadOfTheRecord(long ahead) {
        assertThat(decode(null, "{\"temperature\":1,\"timestamp\":" + (RECORD_TIME + ahead) + "}"))
                .isEqualTo(new Reading("default", 1, RECORD_TIME + ahead, false));
    }

    @Test
    void replacesATimeFurtherAheadByTheRecordsAndSaysSo() {
        assertThat(decode(null, "{\"temperature\":1,\"timestamp\":" + (RECORD_TIME + 60_001) + "}"))
                .isEqualTo(new Reading("default", 1, RECORD_TIME, true));
    }

    @Test
    void believesTheTimeOfARecordWithoutTimestamp() {
        byte[] value = "{\"temperature\":1,\"timestamp\":1795421700250}".getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(null, value, -1)).isEqualTo(new Reading("default", 1, 1795421700250L, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:15:00+01:00, 1795421700000",
        "2026-11-23T09:15+0100, 1795421700000",
        "2026-11-23T02:45:00.1234567-05:30, 1795421700123",
        "2026-11-23T08:15:00.9999Z, 1795421700999",
        "1970-01-01T00:00:00Z, 0",
        "2024-02-29T23:59:59+18, 1709186399000",
    })
    void readsTimesWithAnOffset(String time, long millis) {
        assertThat(reading(null, "{\"temperature\":1,\"timestamp\":\"" + time + "\"}")
                        .eventTimeMillis())
                .isEqualTo(millis);
    }

    @Test
    void cutsAFractionOfAMillisecond() {
        assertThat(reading(null, "{\"temperature\":1,\"timestamp\":1.7954217002509E12}")
                        .eventTimeMillis())
                .isEqualTo(1795421700250L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"yesterday\"",
                "\"2026-11-23T08:15:00\"",
                "\"2026-11-23 08:15:00Z\"",
                "\"2026-11-23\"",
                "\"2026-13-01T00:00:00Z\"",
                "\"2026-02-29T00:00:00Z\"",
                "\"2026-11-23T24:00:00Z\"",
                "true",
                "[]",
                "\"2026-11-23T08:15:60Z\"",
                "\"2026-11-23T08:15:00.Z\"",
                "\"2026-11-23T08:15:00.0000000001Z\"",
                "\"2026-11-23T08:15:00+18:01\"",
                "\"2026-11-23T08:15:00Zz\"",
                "\"+12026-11-23T08:15:00Z\"",
                "{}",
                "\"2026-11-23T08:1\"",
                "\"2026-11-23T08:15:0Z\"",
                "\"1795421700250\""
            })
    void rejectsATimeThatCannotBeRead(String time) {
        assertThat(code("{\"temperature\":1,\"timestamp\":" + time + "}")).isEqualTo(RejectionCode.TIME_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "253402300800000",
                "1e300",
                "-1e300",
                "-0.5",
                "1795421700250000000",
                "\"1969-12-31T23:59:59Z\"",
                "\"0000-01-01T00:00:00Z\"",
                "\"1970-01-01T00:00:00+00:01\"",
                "\"9999-12-31T23:59:59-01:00\""
            })
    void rejectsATimeOutsideTheYears1970To9999(String time) {
        assertThat(code("{\"temperature\":1,\"timestamp\":" + time + "}")).isEqualTo(RejectionCode.TIME_OUT_OF_RANGE);
    }

    @Test
    void saysWhenTheRecordsOwnTimeIsOutOfRange() {
        assertThat(decoder.decode(null, "{\"temperature\":1}".getBytes(StandardCharsets.UTF_8), -1))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason())
                                .isEqualTo("a reading without a timestamp has its record's, which must lie in the years"
                                        + " 1970 to 9999, was -1 ms"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|VALUE_MISSING",
                "{\"Temperature\":1}|VALUE_MISSING",
                "{\"temperature\":null}|VALUE_MISSING",
                "{\"temperature\":\"hot\"}|VALUE_NOT_A_NUMBER",
                "{\"temperature\":\"37\"}|VALUE_NOT_A_NUMBER",
                "{\"temperature\":true}|VALUE_NOT_A_NUMBER",
                "{\"temperature\":[1]}|VALUE_NOT_A_NUMBER",
                "{\"temperature\":1e999}|VALUE_NOT_FINITE",
                "{\"temperature\":-1e999}|VALUE_NOT_FINITE",
                "{\"temperature\":NaN}|NOT_JSON",
                "{\"temperature\":Infinity}|NOT_JSON",
                "{\"temperature\":01}|NOT_JSON",
                "{\"temperature\":+1}|NOT_JSON",
                "{\"temperature\":.5}|NOT_JSON",
                "{\"temperature\":1.}|NOT_JSON",
                "{\"temperature\":1e}|NOT_JSON",
                "{\"temperature\":-}|NOT_JSON",
                "{\"temperature\":1,}|NOT_JSON",
                "{\"temperature\":1}}|NOT_JSON",
                "{\"temperature\":1} x|NOT_JSON",
                "{temperature:1}|NOT_JSON",
                "{\"temperature\" 1}|NOT_JSON",
                "{\"temperature\":1|NOT_JSON",
                "{\"temperature\":1,\"a\":[1}|NOT_JSON",
                "{\"temperature\":1,\"a\":\"\\x\"}|NOT_JSON",
                "{\"temperature\":1,\"a\":\"\\u12g4\"}|NOT_JSON",
                "{\"temperature\":1,\"a\":tru}|NOT_JSON",
                "[{\"temperature\":1}]|NOT_JSON",
                "37|NOT_JSON",
                "not json|NOT_JSON",
                "{\"temperature\":1,\"sensorId\":true}|SENSOR_ID_UNREADABLE",
                "{\"temperature\":1,\"sensorId\":{}}|SENSOR_ID_UNREADABLE",
                "{\"temperature\":1,\"sensorId\":\"a\\u0000\"}|SENSOR_ID_UNREADABLE",
                "{\"temperature\":1,\"sensorId\":\"\\ud800\"}|SENSOR_ID_UNREADABLE",
            })
    void rejectsWhatIsNoReadingWithItsReason(String json, RejectionCode code) {
        assertThat(code(json)).isEqualTo(code);
    }

    @Test
    void rejectsARecordWithoutBytes() {
        assertThat(decoder.decode(null, null, RECORD_TIME))
                .isEqualTo(
                        new Rejection(
                                RejectionCode.EMPTY,
                                "a reading must be one JSON object such as {\"temperature\": 37}, was a record without a value"));
        assertThat(code("")).isEqualTo(RejectionCode.EMPTY);
    }

    @Test
    void rejectsBytesThatAreNotUtf8() {
        byte[] json = "{\"temperature\":1,\"a\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        json[json.length - 3] = (byte) 0xFF;
        assertThat(decoder.decode(null, json, RECORD_TIME))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(RejectionCode.NOT_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"temperature\":1,\"x\":["})
    void rejectsAMegabyteOfOpeningBrackets(String opening) {
        Rejection rejection = rejection((opening + "[".repeat(1_000_000)));
        assertThat(rejection.code()).isEqualTo(RejectionCode.NOT_JSON);
        assertThat(rejection.reason()).hasSizeLessThan(400);
    }

    @Test
    void letsIdsOf128CharactersInAndNoLonger() {
        String longest = "ü".repeat(128);
        assertThat(reading(null, "{\"temperature\":1,\"sensorId\":\"" + longest + "\"}")
                        .sensorId())
                .isEqualTo(longest);
        assertThat(reading(longest, "{\"temperature\":1}").sensorId()).isEqualTo(longest);
        assertThat(rejection("{\"temperature\":1,\"sensorId\":\"" + longest + "x\"}")
                        .code())
                .isEqualTo(RejectionCode.SENSOR_ID_TOO_LONG);
        assertThat(decode(longest + "x", "{\"temperature\":1}"))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason())
                                .startsWith("a sensor id must have at most 128 characters, had 129: \"üü"));
        assertThat(rejection("{\"temperature\":1,\"sensorId\":" + "1".repeat(129) + "}")
                        .code())
                .isEqualTo(RejectionCode.SENSOR_ID_TOO_LONG);
    }

    @Test
    void ignoresAKeyTooLongWhereTheValueNamesTheSensor() {
        assertThat(reading("k".repeat(500), "{\"temperature\":1,\"sensorId\":\"a\"}")
                        .sensorId())
                .isEqualTo("a");
    }

    @Test
    void showsWhatItFoundWithoutControlCharacters() {
        assertThat(rejection("no\u001b[31m\njson\u202e").reason())
                .isEqualTo(
                        "a reading must be one JSON object such as {\"temperature\": 37}: at byte 0 '{' was expected,"
                                + " was 'n', in \"no\\u001b[31m\\u000ajson\\u202e\"");
    }

    @Test
    void keepsTheTextOfAnIdItHasSeen() {
        Stream.of("{\"temperature\":1,\"sensorId\":\"boiler-7\"}", "{\"sensorId\":\"boiler-7\",\"temperature\":2}")
                .map(json -> reading(null, json).sensorId())
                .reduce((first, second) -> {
                    assertThat(second).isSameAs(first);
                    return second;
                });
    }

    @Test
    void readsTheFieldThatItsStreamNames() {
        ReadingDecoder pressure = new ReadingDecoder(new StreamTopics("pressure"));
        byte[] json = "{\"temperature\":1,\"pressure\":2}".getBytes(StandardCharsets.UTF_8);
        assertThat(pressure.decode(null, json, RECORD_TIME)).isEqualTo(new Reading("default", 2, RECORD_TIME, false));
    }

    private RejectionCode code(String json) {
        return rejection(json).code();
    }

    private Rejection rejection(String json) {
        return (Rejection) decode("key", json);
    }

    private Reading reading(@Nullable String key, String json) {
        return (Reading) decode(key, json);
    }

    private Decoding decode(@Nullable String key, String json) {
        return decoder.decode(
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                RECORD_TIME);
    }
}
