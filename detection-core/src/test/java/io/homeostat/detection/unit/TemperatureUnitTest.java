package io.homeostat.detection.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperatureUnitTest {

    @ParameterizedTest
    @CsvSource({
        "°F, °C, 95, 35",
        "°F, °C, -40, -40",
        "°F, °C, 32, 0",
        "°C, °F, 35, 95",
        "°C, K, 0, 273.15",
        "K, °C, 273.15, 0",
        "°F, K, -459.67, 0",
        "K, °F, 0, -459.67",
        "Fahrenheit, celsius, 95, 35",
        "℉, ℃, 95, 35",
        "°C, °C, 0.1, 0.1",
        "hPa, hPa, 1013.25, 1013.25",
    })
    void turnsAValueOfOneIntoThatOfTheOther(String from, String to, double value, double same) {
        // to the last digit: a limit that is a whole degree stays one
        assertThat(TemperatureUnit.conversion(from, to).orElseThrow().value(value))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"°F, °C, 9, 5", "°C, °F, 5, 9", "°C, K, 5, 5", "K, °F, 5, 9"})
    void turnsADifferenceByItsScaleAlone(String from, String to, double difference, double same) {
        assertThat(TemperatureUnit.conversion(from, to).orElseThrow().difference(difference))
                .isEqualTo(same);
    }

    @Test
    void comesBackToWhereItBegan() {
        for (String from : new String[] {"°C", "°F", "K"}) {
            for (String to : new String[] {"°C", "°F", "K"}) {
                double there =
                        TemperatureUnit.conversion(from, to).orElseThrow().value(21.7);
                assertThat(TemperatureUnit.conversion(to, from).orElseThrow().value(there))
                        .isEqualTo(21.7, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"°F, bar", "bar, °C", "bar, hPa", "C, °C", "°c, °k2"})
    void knowsNoWayFromOneToAnotherKind(String from, String to) {
        assertThat(TemperatureUnit.conversion(from, to)).isEmpty();
    }

    @Test
    void neverTurnsAnOrderRound() {
        assertThatThrownBy(() -> new Conversion(0, -1, 1, 0))
                .hasMessage("times and by must be above 0, were -1.0 and 1.0");
    }
}
