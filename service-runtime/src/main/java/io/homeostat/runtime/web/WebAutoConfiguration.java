package io.homeostat.runtime.web;

import io.homeostat.runtime.settings.HomeostatProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** What every HTTP interface has. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication
@Import({ProblemAdvice.class, ProblemErrorController.class})
public class WebAutoConfiguration {

    static final String TOKEN_VARIABLE = "HOMEOSTAT_TOKEN";

    @Bean
    FilterRegistrationBean<ChangeGuard> changeGuard(
            ConfigurableEnvironment environment, HomeostatProperties properties, MeterRegistry registry) {
        ChangeGuard guard = new ChangeGuard(
                AccessRules.checks(
                        environment.getProperty("server.address"), token(environment), properties.allowedHosts()),
                registry);
        FilterRegistrationBean<ChangeGuard> registration = new FilterRegistrationBean<>(guard);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TrustedCaller> trustedCaller(ConfigurableEnvironment environment) {
        FilterRegistrationBean<TrustedCaller> registration = new FilterRegistrationBean<>(
                TrustedCaller.of(environment.getProperty("server.address"), token(environment)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        FilterRegistrationBean<SecurityHeaders> registration = new FilterRegistrationBean<>(new SecurityHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    /** From the environment alone: an argument can be read by everybody on the machine. */
    private static @Nullable String token(ConfigurableEnvironment environment) {
        Object token = environment.getSystemEnvironment().get(TOKEN_VARIABLE);
        return token == null ? null : Objects.toString(token);
    }
}
