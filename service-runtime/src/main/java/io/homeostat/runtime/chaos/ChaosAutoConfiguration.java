package io.homeostat.runtime.chaos;

import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.PipelineDefinition;
import io.homeostat.runtime.stream.RecordHook;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Lets faults be ordered where that is wanted. */
@AutoConfiguration
@EnableConfigurationProperties(ChaosProperties.class)
public class ChaosAutoConfiguration {

    /** What is there only then. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "homeostat.chaos.enabled", havingValue = "true")
    static class Wanted {

        Wanted(Environment environment) {
            LoopbackOnly.check(environment);
        }

        @Bean
        FaultsByRecord faultsByRecord(ListableBeanFactory beans, ObjectProvider<HookedThreads> threads) {
            boolean streams = beans.getBeanNamesForType(PipelineDefinition.class, true, false).length > 0;
            return FaultsByRecord.of(threads.getIfAvailable(() -> streams ? HookedThreads.STREAM : HookedThreads.NONE));
        }

        @Bean
        RecordHook recordHook(FaultsByRecord faults) {
            return new RecordFaults(faults.hooks());
        }

        @Bean
        ChaosEndpoint chaosEndpoint(
                FaultsByRecord byRecord, HomeostatProperties properties, ObjectProvider<DataSource> pool) {
            List<Fault> faults = new ArrayList<>(byRecord.faults());
            faults.add(new OutOfMemory());
            faults.add(new ExhaustConnections(pool::getIfAvailable));
            faults.add(new FillDisk(properties.dataDir().resolve("state")));
            return new ChaosEndpoint(faults);
        }
    }
}
