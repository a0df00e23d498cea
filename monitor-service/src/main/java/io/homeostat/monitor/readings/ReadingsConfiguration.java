package io.homeostat.monitor.readings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what holds the charts' data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChartProperties.class)
class ReadingsConfiguration {

    @Bean
    RecentReadings recentReadings(ChartProperties properties) {
        return new RecentReadings(properties.seriesMax());
    }
}
