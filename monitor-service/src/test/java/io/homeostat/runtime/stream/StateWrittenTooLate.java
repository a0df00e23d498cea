package io.homeostat.runtime.stream;

import io.homeostat.monitor.MonitorServiceApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The control of the kill test: a monitor whose stores write what changed in {@code flush}, as everybody would at first.
 * Kafka Streams calls it after the commit, so a {@code kill -9} between the two loses state, and the kill test must see
 * that it does.
 */
@Configuration(proxyBeanMethods = false)
public class StateWrittenTooLate {

    public static void main(String[] arguments) {
        new SpringApplication(MonitorServiceApplication.class, StateWrittenTooLate.class).run(arguments);
    }

    @Bean
    SeriesStores storesThatWriteTooLate(SeriesBudget budget) {
        return new SeriesStores(budget) {
            @Override
            <S> SeriesStore<S> create(String name, SeriesForm<S> form) {
                return new SeriesStore<>(name, form, budget) {
                    @Override
                    public void flushCache() {
                        // the wrong way: not before the commit
                    }

                    @Override
                    public void flush() {
                        super.flushCache();
                    }
                };
            }
        };
    }
}
