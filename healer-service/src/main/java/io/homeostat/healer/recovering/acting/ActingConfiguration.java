package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.signals.Role;
import io.homeostat.healer.watching.TargetsProperties;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the healer the hands that the environment allows. */
@Configuration(proxyBeanMethods = false)
class ActingConfiguration {

    @Bean
    Hands hands(
            TargetsProperties targets,
            @Value("${HOMEOSTAT_SUPERVISOR_URL:}") String supervisorUrl,
            @Value("${HOMEOSTAT_SUPERVISOR_TOKEN:}") String supervisorToken,
            @Value("${HOMEOSTAT_TOKEN:}") String token) {
        Caller caller = new Caller();
        String own = token.isBlank() ? null : token;
        Function<String, @Nullable URI> pipelines =
                name -> pipeline(targets.targets().get(name));
        Supervisor supervisor = supervisorUrl.isBlank()
                ? new ActuatorSupervisor(pipelines, own, caller)
                : new LocalStackSupervisor(
                        URI.create(supervisorUrl), supervisorToken.isBlank() ? null : supervisorToken, caller);
        return new Hands(supervisor, pipelines, own, caller);
    }

    private static @Nullable URI pipeline(TargetsProperties.@Nullable Target target) {
        return target == null || target.role() != Role.SERVICE
                ? null
                : target.at("/actuator/pipeline").orElse(null);
    }
}
