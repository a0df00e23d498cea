package io.homeostat.healer.leading;

import io.homeostat.healer.watching.Watch;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.ServiceInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives this healer its place among the healers. */
@Configuration(proxyBeanMethods = false)
class LeadingConfiguration {

    @Bean(initMethod = "start", destroyMethod = "stop")
    Leadership leadership(
            KafkaConnection connection, ServiceInstance instance, HomeostatProperties properties, Watch watch) {
        return new Leadership(
                connection.settings(),
                instance.name(),
                new LeadMark(properties.dataDir().resolve("healer").resolve("leads")),
                watch::nowMillis);
    }
}
