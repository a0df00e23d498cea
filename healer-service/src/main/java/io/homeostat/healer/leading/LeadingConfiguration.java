package io.homeostat.healer.leading;

import io.homeostat.healer.watching.Watch;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.ServiceInstance;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives this healer its place among the healers. */
@Configuration(proxyBeanMethods = false)
class LeadingConfiguration {

    @Bean(initMethod = "start", destroyMethod = "stop")
    Leadership leadership(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            ServiceInstance instance,
            HomeostatProperties properties,
            Watch watch) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put("bootstrap.servers", String.join(",", connection.getBootstrapServers()));
        return new Leadership(
                settings,
                instance.name(),
                new LeadMark(properties.dataDir().resolve("healer").resolve("leads")),
                watch::nowMillis);
    }
}
