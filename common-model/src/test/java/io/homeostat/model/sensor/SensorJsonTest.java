package io.homeostat.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorJsonTest {

    private static final Sensor BOILER = new Sensor(
            "temperature",
            "hall/boiler-7",
            Map.of("site", "a", "line", "2"),
            "°C",
            new PhysicalRange(-40, 125.5),
            Duration.ofSeconds(10),
            "hall-1",
            Instant.parse("2026-11-23T08:15:00.250Z"));

    @Test
    void keepsSensorsThroughTheRoundTrip() {
        assertThat(SensorJson.read("temperature/hall/boiler-7", SensorJson.write(BOILER)))
                .hasValue(BOILER);
        assertThat(SensorJson.fromMap(SensorJson.toMap(BOILER))).isEqualTo(BOILER);
    }

    @Test
    void needsNothingButStreamAndId() {
        Sensor sensor = read("{\"stream\":\"temperature\",\"sensorId\":\"b\"}");
        assertThat(sensor).isEqualTo(new Sensor("temperature", "b", Map.of(), null, null, null, null, null));
        assertThat(SensorJson.toMap(sensor)).containsOnlyKeys("stream", "sensorId");
    }

    @Test
    void knowsARangeThatIsOpenOnOneSide() {
        Sensor sensor = read("{\"stream\":\"temperature\",\"sensorId\":\"b\",\"physicalRange\":{\"min\":-273.15}}");
        assertThat(sensor.range()).isEqualTo(new PhysicalRange(-273.15, Double.POSITIVE_INFINITY));
        assertThat(SensorJson.toMap(sensor)).containsEntry("physicalRange", Map.of("min", -273.15));
    }

    @Test
    void takesARecordWithoutAValueOrMarkedAsDeletedAsForgotten() {
        assertThat(SensorJson.read("temperature/b", null)).isEmpty();
        assertThat(SensorJson.read("temperature/b", bytes("{\"deleted\":true}")))
                .isEmpty();
        assertThat(SensorJson.read(
                        "temperature/b", bytes("{\"stream\":\"temperature\",\"sensorId\":\"b\",\"deleted\":false}")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"labels\":[]|labels",
                "\"labels\":{}|labels",
                "\"labels\":{\"\":\"a\"}|labels",
                "\"labels\":{\"site\":{}}|labels.site",
                "\"labels\":{\"site\":\"a\\nb\"}|labels.site",
                "\"unit\":\" C\"|unit",
                "\"unit\":7|unit",
                "\"physicalRange\":[0,1]|physicalRange",
                "\"physicalRange\":{}|physicalRange.min",
                "\"physicalRange\":{\"min\":5,\"max\":5}|physicalRange.max",
                "\"physicalRange\":{\"min\":\"low\"}|physicalRange.min",
                "\"physicalRange\":{\"min\":1,\"high\":2}|physicalRange.high",
                "\"expectedInterval\":\"PT0S\"|expectedInterval",
                "\"expectedInterval\":\"P367D\"|expectedInterval",
                "\"expectedInterval\":10|expectedInterval",
                "\"group\":\"\"|group",
                "\"declaredAt\":\"yesterday\"|declaredAt",
            })
    void namesTheFieldThatIsWrong(String field, String path) {
        assertThatThrownBy(() -> read("{\"stream\":\"temperature\",\"sensorId\":\"b\"," + field + "}"))
                .isInstanceOfSatisfying(
                        RuleFormatException.class,
                        e -> assertThat(e.faults()).extracting(RuleFault::path).containsExactly(path));
    }

    @Test
    void namesAllThatIsWrongAtOnceWithWhatWasMeant() {
        assertThatThrownBy(() -> SensorJson.fromMap(Map.of("stream", "a b", "physicalrange", 7, "unit", "")))
                .isInstanceOfSatisfying(RuleFormatException.class, e -> {
                    assertThat(e.faults())
                            .extracting(RuleFault::path)
                            .containsExactlyInAnyOrder("physicalrange", "stream", "sensorId", "unit");
                    assertThat(e.faults()).extracting(RuleFault::hint).contains("physicalRange");
                });
    }

    @Test
    void refusesMoreLabelsThanAreKept() {
        Map<String, Integer> many =
                IntStream.range(0, 33).boxed().collect(Collectors.toMap(number -> "l" + number, number -> number));
        assertThatThrownBy(() -> SensorJson.fromMap(Map.of("stream", "t", "sensorId", "b", "labels", many)))
                .hasMessageStartingWith("labels must be an object of 1 to 32 labels");
    }

    @Test
    void refusesARecordThatIsAboutAnotherThanItsKeySays() {
        byte[] bytes = SensorJson.write(BOILER);
        assertThatThrownBy(() -> SensorJson.read("temperature/boiler-8", bytes))
                .hasMessage("the record's key must be stream/sensor id, temperature/hall/boiler-7,"
                        + " was \"temperature/boiler-8\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "null", "7"})
    void saysWhatIsNoSensor(String json) {
        assertThatThrownBy(() -> SensorJson.read("temperature/b", bytes(json))).isInstanceOf(RuleFormatException.class);
    }

    private static Sensor read(String json) {
        return SensorJson.read("temperature/b", bytes(json)).orElseThrow();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
