package io.homeostat.runtime.topics;

import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.SettingsAutoConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Creates the missing topics when a service starts. */
@AutoConfiguration(after = {SettingsAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnBean(KafkaConnectionDetails.class)
public class TopicsAutoConfiguration {

    @Bean
    TopicStarter topicStarter(
            KafkaProperties kafka, KafkaConnectionDetails connection, HomeostatProperties properties) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", connection.getBootstrapServers()));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        return new TopicStarter(settings, HomeostatTopics.of(properties));
    }
}
