package io.homeostat.monitor.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ChartPropertiesTest {

    @Test
    void temperaturesAreInDegreesCelsiusAndOtherStreamsHaveNoUnit() {
        ChartProperties charts = bound(Map.of());

        assertThat(charts.seriesMax()).isEqualTo(5_000);
        assertThat(charts.unitOf("temperature")).isEqualTo("°C");
        assertThat(charts.unitOf("pressure")).isNull();
    }

    @Test
    void takesTheUnitsGivenWhateverTheStreamsName() {
        ChartProperties charts = bound(Map.of(
                "homeostat.charts.units.pressure", "hPa",
                "homeostat.charts.units.temperature", "",
                "homeostat.charts.units[water_level]", "cm"));

        assertThat(charts.unitOf("pressure")).isEqualTo("hPa");
        assertThat(charts.unitOf("temperature")).isNull();
        assertThat(charts.unitOf("water_level")).isEqualTo("cm");
    }

    @Test
    void refusesASentenceAsAUnit() {
        assertThatThrownBy(() -> new ChartProperties(1, Map.of("pressure", "hectopascals, roughly")))
                .hasMessage("homeostat.charts.units.pressure must be at most 16 characters,"
                        + " was \"hectopascals, roughly\"");
    }

    private static ChartProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("homeostat.charts", ChartProperties.class);
    }
}
