package io.homeostat.producer.simulation;

import io.homeostat.producer.answering.Streams;
import io.homeostat.producer.publishing.Transport;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts simulations together, and starts the one of the settings. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    @Bean(destroyMethod = "close")
    Simulations simulations(Transport transport, ObjectProvider<Clock> clock) {
        return new Simulations(transport.patient(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "homeostat.simulation.enabled", matchIfMissing = true)
    ApplicationRunner simulationAtStart(Simulations simulations, SimulationProperties settings, Streams streams) {
        SimulationPlan plan = SimulationRequest.of(settings).plan(streams);
        return arguments -> simulations.start(plan);
    }
}
