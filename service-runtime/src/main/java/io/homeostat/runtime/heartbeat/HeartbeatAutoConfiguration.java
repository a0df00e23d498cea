package io.homeostat.runtime.heartbeat;

import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.ServiceInstance;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Lets each service that knows Kafka give signs of life. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnBean(KafkaConnectionDetails.class)
public class HeartbeatAutoConfiguration {

    @Bean
    HeartbeatSender heartbeatSender(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            HomeostatProperties properties,
            ServiceInstance instance,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put("bootstrap.servers", String.join(",", connection.getBootstrapServers()));
        return new HeartbeatSender(
                instance.name(), service, new OwnResources(properties.dataDir()), meters, Clock.systemUTC(), settings);
    }
}
