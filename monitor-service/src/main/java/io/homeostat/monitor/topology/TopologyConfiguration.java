package io.homeostat.monitor.topology;

import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.runtime.rules.RuleCheck;
import io.homeostat.runtime.settings.HomeostatProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The monitor's part in the pipelines that service-runtime runs. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {

    @Bean
    MonitorPipeline monitorPipeline(HomeostatProperties properties, RecentReadings recent) {
        MonitorLimits limits =
                new MonitorLimits(properties.lateness(), properties.series().idleAfter());
        return new MonitorPipeline(limits, recent, Clock.systemUTC());
    }

    @Bean
    RuleCheck ruleCheck() {
        return JudgingRule::faults;
    }
}
