package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.signals.Role;
import io.homeostat.healer.watching.TargetsProperties;
import io.homeostat.model.Topics;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.tail.TopicTail;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the healer the hands that the environment allows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallProperties.class)
class ActingConfiguration {

    /** For how long the monitor may take to make an alert of an incident. */
    private static final Duration ALERT_BOUND = Duration.ofSeconds(30);

    private static final long NEWEST_ALERTS = 1_000;

    @Bean
    AlertConfirmations alertConfirmations() {
        return new AlertConfirmations();
    }

    @Bean
    TopicTail alertConfirmationTail(KafkaConnection connection, AlertConfirmations confirmations) {
        return new TopicTail(
                "alert-confirmations",
                List.of(Topics.ALERTS),
                NEWEST_ALERTS,
                connection.settings(),
                record -> confirmations.heard(record.value()));
    }

    @Bean
    Hands hands(
            TargetsProperties targets,
            AlertConfirmations confirmations,
            CallProperties call,
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
        PersonCall person = new PersonCall(confirmations, ALERT_BOUND, call.fallbackWebhook(), caller);
        return new Hands(supervisor, person, pipelines, own, caller);
    }

    private static @Nullable URI pipeline(TargetsProperties.@Nullable Target target) {
        return target == null || target.role() != Role.SERVICE
                ? null
                : target.at("/actuator/pipeline").orElse(null);
    }
}
