package io.homeostat.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.runtime.TestService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    @Test
    void saysOneSentenceAndNoStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> TestService.start("--homeostat.latenes=5s")).isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("homeostat.latenes (set to \"5s\") is not a setting; did you mean homeostat.lateness?")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesANegativeDuration(CapturedOutput output) {
        assertThatThrownBy(() -> TestService.start("--homeostat.lateness=PT-5S"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("homeostat.lateness must be a duration longer than PT0S and at most PT8760H, was PT-5S")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAnUnknownVariable(CapturedOutput output) {
        assertThatThrownBy(() -> TestService.start(Map.of("HOMEOSTAT_LATENES", "5s"), Object.class))
                .isInstanceOf(RuntimeException.class);

        assertThat(output).contains("HOMEOSTAT_LATENES (set to \"5s\") is not a setting; did you mean");
    }

    @Test
    void refusesToBeReachableWithoutAToken(CapturedOutput output) {
        assertThatThrownBy(() -> TestService.start("--server.address=0.0.0.0")).isInstanceOf(RuntimeException.class);

        assertThat(output).contains("HOMEOSTAT_TOKEN").doesNotContain("\tat ");
    }
}
