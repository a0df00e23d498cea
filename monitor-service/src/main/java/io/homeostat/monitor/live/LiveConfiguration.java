package io.homeostat.monitor.live;

import io.homeostat.model.Topics;
import io.homeostat.runtime.tail.TopicTail;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Makes what feeds the live clients. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    AlertFeed alertFeed(LiveClients clients) {
        return new AlertFeed(clients);
    }

    @Bean
    IncidentFeed incidentFeed(LiveClients clients) {
        return new IncidentFeed(clients);
    }

    @Bean
    TopicTail incidentTail(IncidentFeed feed, ConsumerFactory<?, ?> consumers) {
        return new TopicTail(
                "incident-feed",
                List.of(Topics.INCIDENTS),
                IncidentFeed.KEPT,
                consumers.getConfigurationProperties(),
                feed);
    }

    @Bean
    TopicTail alertTail(AlertFeed feed, ConsumerFactory<?, ?> consumers) {
        return new TopicTail(
                "alert-feed", List.of(Topics.ALERTS), AlertFeed.TAIL, consumers.getConfigurationProperties(), feed);
    }
}
