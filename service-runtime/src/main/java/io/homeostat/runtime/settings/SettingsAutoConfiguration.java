package io.homeostat.runtime.settings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** The settings that every service has. */
@AutoConfiguration
@EnableConfigurationProperties(HomeostatProperties.class)
public class SettingsAutoConfiguration {

    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
        return new SettingsCheck(environment);
    }

    @Bean
    ServiceInstance serviceInstance(HomeostatProperties properties, Environment environment) {
        String instance = properties.instance();
        if (instance != null) {
            return new ServiceInstance(instance);
        }
        String service = environment.getProperty("spring.application.name", "service");
        return new ServiceInstance(service + "-" + environment.getProperty("server.port", "8080"));
    }
}
