package io.homeostat.runtime.heartbeat;

import io.homeostat.runtime.broker.BrokerAutoConfiguration;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.ServiceInstance;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Lets each service that knows Kafka give signs of life. */
@AutoConfiguration(after = BrokerAutoConfiguration.class)
@ConditionalOnBean(KafkaConnectionDetails.class)
public class HeartbeatAutoConfiguration {

    @Bean
    HeartbeatSender heartbeatSender(
            KafkaConnection connection,
            HomeostatProperties properties,
            ServiceInstance instance,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        return new HeartbeatSender(
                instance.name(),
                service,
                new OwnResources(properties.dataDir()),
                meters,
                Clock.systemUTC(),
                connection.settings());
    }
}
