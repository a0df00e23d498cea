package io.homeostat.runtime.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.runtime.settings.RefusedSettingException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WatchdogPropertiesTest {

    @Test
    void hasTheseDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new WatchdogProperties(true, Duration.ofSeconds(45)));
    }

    @Test
    void hasTheseKeys() {
        assertThat(bound(Map.of("homeostat.watchdog.enabled", "false", "homeostat.watchdog.stall", "PT7S")))
                .isEqualTo(new WatchdogProperties(false, Duration.ofSeconds(7)));
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> bound(Map.of("homeostat.watchdog.stall", "PT0S")))
                .hasRootCauseInstanceOf(RefusedSettingException.class)
                .hasStackTraceContaining(
                        "homeostat.watchdog.stall must be a duration longer than PT0S and at most PT24H, was PT0S");
    }

    private static WatchdogProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("homeostat.watchdog", WatchdogProperties.class);
    }
}
