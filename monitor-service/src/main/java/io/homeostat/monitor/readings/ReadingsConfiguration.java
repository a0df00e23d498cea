package io.homeostat.monitor.readings;

import io.homeostat.runtime.tail.TopicTail;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Makes what holds the charts' data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChartProperties.class)
class ReadingsConfiguration {

    @Bean
    RecentReadings recentReadings(ChartProperties properties) {
        return new RecentReadings(properties.seriesMax());
    }

    @Bean
    TopicTail correctionTail(CorrectedReadings corrected, ConsumerFactory<?, ?> consumers) {
        return new TopicTail(
                "corrected-readings",
                corrected.topics(),
                CorrectedReadings.TAIL,
                consumers.getConfigurationProperties(),
                corrected);
    }
}
