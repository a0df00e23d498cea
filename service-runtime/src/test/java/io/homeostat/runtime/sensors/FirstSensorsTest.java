package io.homeostat.runtime.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.sensor.Sensor;
import io.homeostat.runtime.settings.RefusedSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSensorsTest {

    private static final List<String> STREAMS = List.of("temperature", "pressure");

    @TempDir
    Path folder;

    @Test
    void readsTheSensorsOfAFile() throws IOException {
        Path file = write("""
                - stream: temperature
                  sensorId: boiler-7
                  labels: {site: a, floor: 3}
                  unit: °C
                  physicalRange: {min: -40, max: 125}
                  expectedInterval: PT10S
                  group: hall-1
                - {stream: pressure, sensorId: boiler-7}
                """);
        assertThat(FirstSensors.load(file, STREAMS).sensors())
                .extracting(Sensor::key, Sensor::group, Sensor::expectedInterval)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("temperature/boiler-7", "hall-1", Duration.ofSeconds(10)),
                        org.assertj.core.groups.Tuple.tuple("pressure/boiler-7", null, null));
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws IOException {
        Path file = write("""
                - {stream: temperature, sensorId: a, unti: °C}
                - {stream: temperatur, sensorId: b}
                - boiler-7
                - {stream: temperature, sensorId: c, expectedInterval: soon}
                - {stream: pressure, sensorId: d}
                - {stream: pressure, sensorId: d}
                """);
        assertThatThrownBy(() -> FirstSensors.load(file, STREAMS))
                .isInstanceOf(RefusedSettingException.class)
                .hasMessageStartingWith(
                        "homeostat.sensors.file: the file " + file + " must hold sensors; [0].unti must be")
                .hasMessageContaining("did you mean \"unit\"?")
                .hasMessageContaining("[1].stream must be one that homeostat.streams names, was temperatur")
                .hasMessageContaining("[2] must be an object")
                .hasMessageContaining("[3].expectedInterval must be a duration")
                .hasMessageContaining("[5].sensorId must be there once, and pressure/d is there twice");
    }

    @Test
    void saysWhatIsNoListOfSensors() throws IOException {
        Path map = write("sensors: []");
        assertThatThrownBy(() -> FirstSensors.load(map, STREAMS)).hasMessageEndingWith("must be a list of sensors");
        Path noYaml = write("- {");
        assertThatThrownBy(() -> FirstSensors.load(noYaml, STREAMS)).hasMessageContaining("must be YAML");
        assertThatThrownBy(() -> FirstSensors.load(folder.resolve("none.yml"), STREAMS))
                .hasMessageEndingWith("must be one that can be read");
    }

    @Test
    void takesMoreSensorsThanYamlReadersUsuallyRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append("- {stream: temperature, sensorId: sensor-").append(i).append(", unit: °C, group: hall}\n");
        }
        assertThat(text.length()).isGreaterThan(3 << 20);
        assertThat(FirstSensors.load(write(text.toString()), STREAMS).sensors()).hasSize(60_000);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("sensors.yml"), yaml);
    }
}
