package io.homeostat.runtime.topics;

import io.homeostat.runtime.broker.BrokerAutoConfiguration;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.SettingsAutoConfiguration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Creates the missing topics when a service starts. */
@AutoConfiguration(after = {SettingsAutoConfiguration.class, BrokerAutoConfiguration.class})
@ConditionalOnBean(KafkaConnectionDetails.class)
public class TopicsAutoConfiguration {

    @Bean
    TopicStarter topicStarter(KafkaConnection connection, HomeostatProperties properties) {
        Map<String, Object> settings = connection.settings();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        return new TopicStarter(settings, HomeostatTopics.of(properties));
    }
}
