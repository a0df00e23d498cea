package io.homeostat.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSettingsTest {

    record Healing(String mode, List<String> ladder, Map<String, String> targets) {}

    private final UnknownSettings unknown = new UnknownSettings(
            KnownSettings.of(Map.of(HomeostatProperties.class, "homeostat", Healing.class, "homeostat.healing")));

    @Test
    void saysWhatWasProbablyMeant() {
        assertThat(unknown.refusal("homeostat.latenes", "5s"))
                .contains("homeostat.latenes (set to \"5s\") is not a setting; did you mean homeostat.lateness?");
        assertThat(unknown.refusalOfVariable("HOMEOSTAT_TOPICS_PARTITION", "2"))
                .contains("The environment variable HOMEOSTAT_TOPICS_PARTITION (set to \"2\") is not a setting; "
                        + "did you mean homeostat.topics.partitions?");
    }

    @Test
    void saysWhatIsAllowedWhenNothingIsNear() {
        assertThat(unknown.refusal("homeostat.frobnicate.everything", "1").orElseThrow())
                .startsWith("homeostat.frobnicate.everything (set to \"1\") is not a setting; allowed are ")
                .contains("homeostat.data-dir, homeostat.healing.ladder");
    }

    @Test
    void checksItsOwnSectionAndLeavesThoseOfOthersToThem() {
        assertThat(unknown.refusal("homeostat.healing.mod", "act")).isPresent();
        assertThat(unknown.refusal("homeostat.simulation.enabled", "false")).isEmpty();
        assertThat(unknown.refusalOfVariable("HOMEOSTAT_SIMULATION_ENABLED", "false"))
                .isEmpty();
    }

    @Test
    void neverRepeatsATokenThatWasGivenWhereOthersCanReadIt() {
        assertThat(unknown.refusal("homeostat.token", "s3cret").orElseThrow())
                .contains("HOMEOSTAT_TOKEN")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "homeostat.data-dir",
                "homeostat.dataDir",
                "homeostat.streams",
                "homeostat.streams[1]",
                "homeostat.healing.ladder[0]",
                "homeostat.healing.targets.my-own"
            })
    void takesWhatIsKnown(String name) {
        assertThat(unknown.refusal(name, "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOMEOSTAT_DATA_DIR",
                "HOMEOSTAT_DATADIR",
                "HOMEOSTAT_STREAMS_0",
                "HOMEOSTAT_TOKEN",
                "HOMEOSTAT_NAB_DIR",
                "HOMEOSTAT_KAFKA_PORT",
                "HOMEOSTAT_TESTS_DOCKER",
                "HOMEOSTAT_SERVICE_HOST",
                "HOMEOSTAT_PORT_8082_TCP_ADDR",
                "PATH"
            })
    void takesVariablesThatAreKnownOrNoSettings(String name) {
        assertThat(unknown.refusalOfVariable(name, "x")).isEmpty();
    }
}
