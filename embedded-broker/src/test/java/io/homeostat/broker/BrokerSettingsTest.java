package io.homeostat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void surviveTheWayOverACommandLine() {
        BrokerSettings settings = new BrokerSettings(
                Path.of("some dir", "kafka"), 19_092, Map.of("log.retention.hours", "48", "a", "b=c"));

        assertThat(BrokerSettings.fromArguments(settings.toArguments())).isEqualTo(settings);
    }

    @Test
    void refuseAnOverrideWithoutValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerSettings.fromArguments(List.of("--override=nothing")))
                .withMessage("--override= must be followed by key=value, was --override=nothing");
    }

    @Test
    void refuseAPortOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrokerSettings(Path.of("x"), 65_536, Map.of()))
                .withMessage("port must be in 1 to 65535, was 65536");
    }

    @Test
    void overrideWhatIsSetForTheBroker() {
        BrokerSettings settings = new BrokerSettings(Path.of("x"), 9092, Map.of("num.partitions", "7"));

        assertThat(KafkaProperties.of(settings, 5).getProperty("num.partitions"))
                .isEqualTo("7");
    }
}
