package io.homeostat.producer.answering;

import io.homeostat.runtime.settings.HomeostatProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what all calls share. */
@Configuration(proxyBeanMethods = false)
class AnsweringConfiguration {

    @Bean
    Streams streams(HomeostatProperties settings) {
        return new Streams(settings.streamTopics());
    }
}
