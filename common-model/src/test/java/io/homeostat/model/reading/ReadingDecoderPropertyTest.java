package io.homeostat.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.StreamTopics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadingDecoderPropertyTest {

    private static final long RECORD_TIME = 1795421700250L;
    private static final StreamTopics STREAM = new StreamTopics("temperature");
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ReadingDecoder decoder = new ReadingDecoder(STREAM);

    @Property(tries = 2000)
    void everyReadingSurvivesTheRoundTrip(@ForAll("readings") Reading reading) {
        byte[] json = new ReadingJson(STREAM).write(reading);
        assertThat(decoder.decode(null, json, reading.eventTimeMillis())).isEqualTo(reading);
    }

    @Property(tries = 2000)
    void randomBytesGiveAReadingOrAReason(@ForAll byte[] bytes, @ForAll @Size(max = 20) byte[] key) {
        assertAnswered(decoder.decode(key, bytes, RECORD_TIME));
    }

    @Property(tries = 500)
    void truncatedReadingsGiveAReason(@ForAll("readings") Reading reading) {
        byte[] json = new ReadingJson(STREAM).write(reading);
        for (int length = 0; length < json.length; length++) {
            Decoding decoding = decoder.decode(null, Arrays.copyOf(json, length), RECORD_TIME);
            assertThat(decoding).isInstanceOf(Rejection.class);
            assertAnswered(decoding);
        }
    }

    @Property(tries = 3000)
    void mutatedReadingsGiveAReadingOrAReason(
            @ForAll("readings") Reading reading,
            @ForAll @IntRange(min = 0, max = 1000) int where,
            @ForAll byte what,
            @ForAll boolean insert) {
        byte[] json = new ReadingJson(STREAM).write(reading);
        int at = where % json.length;
        byte[] mutated = insert ? Arrays.copyOf(json, json.length + 1) : json.clone();
        if (insert) {
            System.arraycopy(json, at, mutated, at + 1, json.length - at);
        }
        mutated[at] = what;
        assertAnswered(decoder.decode(null, mutated, RECORD_TIME));
    }

    @Property(tries = 3000)
    void agreesWithJacksonOnWhatIsJsonAndOnTheValue(
            @ForAll("objects") String object,
            @ForAll @IntRange(min = 0, max = 1000) int where,
            @ForAll("signs") String sign) {
        String json = mutate(object, where, sign);
        Decoding decoding = decoder.decode(null, json.getBytes(StandardCharsets.UTF_8), RECORD_TIME);
        JsonNode root;
        try {
            root = JACKSON.readTree(json);
        } catch (JacksonException e) {
            assertThat(decoding).describedAs(json).isInstanceOf(Rejection.class);
            assertThat(((Rejection) decoding).code()).describedAs(json).isEqualTo(RejectionCode.NOT_JSON);
            return;
        }
        if (decoding instanceof Reading reading) {
            assertThat(reading.value())
                    .describedAs(json)
                    .isEqualTo(root.path("temperature").asDouble());
        } else if (root.isObject()) {
            assertThat(((Rejection) decoding).code()).describedAs(json).isNotEqualTo(RejectionCode.NOT_JSON);
        }
    }

    @Property(tries = 5000)
    void parsesDecimalsAsTheJdkDoes(@ForAll("decimals") String decimal) {
        byte[] bytes = decimal.getBytes(StandardCharsets.US_ASCII);
        assertThat(DecimalParser.parse(bytes, 0, bytes.length))
                .describedAs(decimal)
                .isEqualTo(Double.parseDouble(decimal));
    }

    @Provide
    Arbitrary<Reading> readings() {
        Arbitrary<String> ids = Arbitraries.strings()
                .all()
                .excludeChars('\0')
                .ofMinLength(1)
                .ofMaxLength(128)
                .filter(JsonText::isWritable);
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.integers().between(-500, 500).map(hundredths -> hundredths / 100.0),
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite));
        Arbitrary<Long> times = Arbitraries.longs().between(0, ReadingDecoder.MAX_EVENT_TIME_MILLIS);
        return Combinators.combine(ids, values, times).as((id, value, time) -> new Reading(id, value, time, false));
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> whole = Arbitraries.longs().between(0, Long.MAX_VALUE).map(String::valueOf);
        Arbitrary<String> fraction =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25).map(digits -> "." + digits);
        Arbitrary<String> exponent = Arbitraries.integers().between(-400, 400).map(power -> "e" + power);
        Arbitrary<String> sign = Arbitraries.of("", "-");
        return Combinators.combine(
                        sign,
                        whole.optional(0.9).map(text -> text.orElse("0")),
                        fraction.optional(0.7).map(text -> text.orElse("")),
                        exponent.optional(0.2).map(text -> text.orElse("")))
                .as((s, w, f, e) -> s + w + f + e);
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("", "", "", "{", "}", "[", "]", ",", ":", "\"", "\\", "1", "-", ".", "e", " ", "n", "\t");
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> names = Arbitraries.of("temperature", "temperature", "a", "\\u0074emperature", "b c");
        Arbitrary<String> values = Arbitraries.lazyOf(
                () -> Arbitraries.of("null", "true", "false", "\"x\"", "\"\\n\\u20ac\"", "\"\"", "{}", "[]"),
                () -> Arbitraries.doubles().map(String::valueOf),
                () -> Arbitraries.integers().map(String::valueOf),
                () -> Arbitraries.integers().map(number -> "[" + number + ",[{\"k\":" + number + "}]]"),
                () -> Arbitraries.integers().map(number -> "{\"temperature\":" + number + "}"));
        return Combinators.combine(names, values)
                .as((name, value) -> Map.entry(name, value))
                .list()
                .ofMaxSize(4)
                .map(fields -> fields.stream()
                        .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                        .collect(java.util.stream.Collectors.joining(" , ", "{", "}")));
    }

    private static String mutate(String text, int where, String sign) {
        int at = where % text.length();
        return text.substring(0, at) + sign + text.substring(sign.isEmpty() || where % 2 == 0 ? at : at + 1);
    }

    private static void assertAnswered(Decoding decoding) {
        if (decoding instanceof Rejection rejection) {
            assertThat(rejection.reason()).isNotBlank().hasSizeLessThan(600);
        } else {
            Reading reading = (Reading) decoding;
            assertThat(reading.value()).isFinite();
            assertThat(reading.sensorId()).isNotEmpty().hasSizeLessThanOrEqualTo(128);
            assertThat(reading.eventTimeMillis()).isBetween(0L, ReadingDecoder.MAX_EVENT_TIME_MILLIS);
        }
    }
}
