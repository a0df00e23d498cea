package io.homeostat.runtime.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.runtime.TestService;
import io.homeostat.runtime.stream.CountingPipeline;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

class WatchdogAutoConfigurationTest {

    @Test
    void watchesEachServiceThatHasPipelines() {
        try (TestService service = TestService.start(Map.of(), CountingPipeline.class)) {
            assertThat(service.bean(PipelineWatchdog.class).isRunning()).isTrue();
        }
    }

    @Test
    void watchesNoServiceWithoutPipelines() {
        try (TestService service = TestService.start()) {
            assertThatThrownBy(() -> service.bean(PipelineWatchdog.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    @Test
    void canBeTurnedOff() {
        try (TestService service =
                TestService.start(Map.of(), CountingPipeline.class, "--homeostat.watchdog.enabled=false")) {
            assertThatThrownBy(() -> service.bean(PipelineWatchdog.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }
}
