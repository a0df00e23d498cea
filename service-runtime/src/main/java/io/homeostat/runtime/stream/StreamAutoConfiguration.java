package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.broker.BrokerAutoConfiguration;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.rules.FirstRules;
import io.homeostat.runtime.rules.RuleCheck;
import io.homeostat.runtime.rules.RuleSeeding;
import io.homeostat.runtime.rules.RulesProperties;
import io.homeostat.runtime.seeding.Seeding;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.ServiceInstance;
import io.homeostat.runtime.supervision.OrderlyExit;
import io.homeostat.runtime.time.SteadyClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Runs a pipeline on each configured stream in a service that has a {@link PipelineDefinition}. */
@AutoConfiguration(after = BrokerAutoConfiguration.class)
@ConditionalOnBean(PipelineDefinition.class)
@EnableConfigurationProperties(RulesProperties.class)
public class StreamAutoConfiguration {

    /** For what is measured by it, progress and deaths of threads, a step of the system's clock must be nothing. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return SteadyClock.start();
    }

    @Bean
    PipelineEnvironment pipelineEnvironment(
            KafkaConnection connection,
            HomeostatProperties properties,
            ServiceInstance instance,
            Clock clock,
            ObjectProvider<RecordHook> hook) {
        return new PipelineEnvironment(
                connection.settings(), properties, instance.name(), clock, hook.getIfAvailable());
    }

    @Bean
    FirstRules firstRules(RulesProperties properties, RuleCheck check) {
        return FirstRules.load(properties.file(), check);
    }

    @Bean
    SeriesBudget seriesBudget(HomeostatProperties properties, MeterRegistry registry) {
        SeriesBudget budget = new SeriesBudget(properties.series().max());
        Gauge.builder("homeostat.series", budget, SeriesBudget::taken)
                .description("Series whose state this instance holds")
                .register(registry);
        return budget;
    }

    @Bean
    @ConditionalOnMissingBean
    SeriesStores seriesStores(SeriesBudget budget) {
        return new SeriesStores(budget);
    }

    @Bean
    Pipelines pipelines(
            PipelineDefinition<?> definition,
            PipelineEnvironment environment,
            FirstRules firstRules,
            ObjectProvider<Seeding> furtherSeedings,
            SeriesStores stores,
            MeterRegistry registry) {
        Seeding rules = new RuleSeeding(environment.connection(), firstRules);
        Seeding seeding = () -> {
            rules.ensureSeeded();
            furtherSeedings.orderedStream().forEach(Seeding::ensureSeeded);
        };
        List<StreamPipeline<?>> pipelines = new ArrayList<>();
        for (StreamTopics stream : environment.properties().streamTopics()) {
            StreamMetrics metrics = new StreamMetrics(registry, stream.stream(), Clock.systemUTC()::millis);
            pipelines.add(new StreamPipeline<>(definition, stream, environment, seeding, stores, metrics));
        }
        return new Pipelines(pipelines, registry);
    }

    @Bean
    PipelineEndpoint pipelineEndpoint(Pipelines pipelines) {
        return new PipelineEndpoint(pipelines.all(), () -> OrderlyExit.begin(OrderlyExit.ASKED_TO_EXIT));
    }

    @Bean
    HealthIndicator pipelineHealthIndicator(Pipelines pipelines, Clock clock) {
        return new PipelineHealth(pipelines.all(), clock, false);
    }

    @Bean
    HealthIndicator pipelineLivenessHealthIndicator(Pipelines pipelines, Clock clock) {
        return new PipelineHealth(pipelines.all(), clock, true);
    }
}
