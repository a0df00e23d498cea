package io.homeostat.runtime.watchdog;

import io.homeostat.runtime.stream.Pipelines;
import io.homeostat.runtime.stream.StreamAutoConfiguration;
import io.homeostat.runtime.supervision.OrderlyExit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives each service that has pipelines a watchdog. */
@AutoConfiguration(after = StreamAutoConfiguration.class)
@EnableConfigurationProperties(WatchdogProperties.class)
public class WatchdogAutoConfiguration {

    /** Where there is something to watch. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Pipelines.class)
    @ConditionalOnProperty(name = "homeostat.watchdog.enabled", havingValue = "true", matchIfMissing = true)
    static class Wanted {

        @Bean
        PipelineWatchdog pipelineWatchdog(Pipelines pipelines, WatchdogProperties properties) {
            return new PipelineWatchdog(
                    pipelines.all(), properties.stall(), () -> OrderlyExit.begin(OrderlyExit.STANDS_STILL));
        }
    }
}
