package io.homeostat.monitor.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.sensor.Sensor;
import io.homeostat.runtime.web.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensorQueryTest {

    private static final Sensor BOILER = new Sensor(
            "temperature", "Boiler-7", Map.of("site", "a", "url", "http://b:1"), null, null, null, "hall", null);

    @Test
    void asksForAllThatIsNamedTogether() {
        assertThat(isMet("boil", "temperature", "hall", "site:a")).isTrue();
        assertThat(isMet("", "", "")).isTrue();
        assertThat(isMet("oven", "", "")).isFalse();
        assertThat(isMet("", "pressure", "")).isFalse();
        assertThat(isMet("", "", "hall-2")).isFalse();
        assertThat(isMet("", "", "", "site:b")).isFalse();
        assertThat(isMet("", "", "", "site:a", "line:1")).isFalse();
    }

    @Test
    void takesAPatternOnALabelAndAColonInItsValue() {
        assertThat(isMet("", "", "", "site:?")).isTrue();
        assertThat(isMet("", "", "", "url:http://b:1")).isTrue();
    }

    @Test
    void findsNoGroupAndNoLabelOfASensorThatWasOnlyHeard() {
        SensorQuery.Test text = SensorQuery.of("boiler", "", "", List.of()).ready();
        assertThat(text.isMet("temperature", "Boiler-7", null)).isTrue();
        SensorQuery.Test group = SensorQuery.of("", "", "hall", List.of()).ready();
        assertThat(group.isMet("temperature", "Boiler-7", null)).isFalse();
        SensorQuery.Test label = SensorQuery.of("", "", "", List.of("site:*")).ready();
        assertThat(label.isMet("temperature", "Boiler-7", null)).isFalse();
    }

    @Test
    void saysHowALabelIsNamed() {
        assertThatThrownBy(() -> SensorQuery.of("", "", "", List.of("site")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.getBody().getDetail()).contains("such as site:a, was \"site\""));
    }

    private static boolean isMet(String search, String stream, String group, String... labels) {
        return SensorQuery.of(search, stream, group, List.of(labels))
                .ready()
                .isMet(BOILER.stream(), BOILER.id(), BOILER);
    }
}
