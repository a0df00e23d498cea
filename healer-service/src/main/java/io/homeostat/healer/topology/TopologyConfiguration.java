package io.homeostat.healer.topology;

import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.runtime.rules.RuleCheck;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The healer's part in the pipelines that service-runtime runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorrectionProperties.class)
class TopologyConfiguration {

    @Bean
    HealerPipeline healerPipeline(
            HomeostatProperties properties, CorrectionProperties healing, MeterRegistry registry) {
        return new HealerPipeline(properties, healing, new CorrectionCounts(registry), Clock.systemUTC());
    }

    @Bean
    RuleCheck ruleCheck() {
        return JudgingRule::faults;
    }
}
