package io.homeostat.localstack;

import io.homeostat.localstack.plan.LocalStackProperties;
import io.homeostat.localstack.plan.StackPlan;
import io.homeostat.localstack.plan.SupervisorAccess;
import io.homeostat.localstack.processes.Supervisor;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LocalStackProperties.class)
class LocalStackConfiguration {

    @Bean
    SupervisorAccess supervisorAccess(@Value("${server.port}") int port) {
        return SupervisorAccess.create(port);
    }

    @Bean
    StackPlan stackPlan(LocalStackProperties properties, SupervisorAccess access) {
        return new StackPlan(properties, LocalStackApplication.location(), access);
    }

    @Bean
    StackConsole stackConsole() {
        return new StackConsole(System.out);
    }

    @Bean(destroyMethod = "")
    Supervisor supervisor(StackPlan plan, StackConsole console) {
        return new Supervisor(plan.broker(), plan.services(), InstantSource.system(), console);
    }

    @Bean
    LocalStack localStack(
            Supervisor supervisor,
            StackPlan plan,
            LocalStackProperties properties,
            @Value("${server.port}") int port,
            StackConsole console) {
        return new LocalStack(supervisor, plan, properties, port, console);
    }
}
