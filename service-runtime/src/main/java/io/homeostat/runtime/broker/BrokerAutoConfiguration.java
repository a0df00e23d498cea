package io.homeostat.runtime.broker;

import io.homeostat.runtime.time.SteadyClock;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Watches the contact to Kafka and shows it as the health {@code broker}. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnBean(KafkaConnectionDetails.class)
public class BrokerAutoConfiguration {

    @Bean
    KafkaConnection kafkaConnection(KafkaProperties kafka, KafkaConnectionDetails details) {
        return new KafkaConnection(kafka, details);
    }

    @Bean
    BrokerWatch brokerWatch(KafkaConnection connection) {
        Map<String, Object> settings = connection.settings();
        settings.put("client.id", "broker-watch");
        settings.put("default.api.timeout.ms", 3_000);
        settings.put("request.timeout.ms", 2_000);
        return new BrokerWatch(settings, SteadyClock.start());
    }

    @Bean
    HealthIndicator brokerHealthIndicator(BrokerWatch watch) {
        return new BrokerHealth(watch);
    }
}
