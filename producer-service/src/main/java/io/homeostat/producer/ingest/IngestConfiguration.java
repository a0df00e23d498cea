package io.homeostat.producer.ingest;

import io.homeostat.producer.answering.BoundedBody;
import io.homeostat.producer.publishing.Transport;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the HTTP ingest together. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    @Bean
    BoundedBody boundedBody(IngestProperties settings) {
        return new BoundedBody(
                Math.toIntExact(settings.maxBody().toBytes()),
                settings.maxBuffered().toBytes());
    }

    @Bean
    Ingest ingest(Transport transport, IngestProperties settings, ObjectProvider<Clock> clock) {
        return new Ingest(transport.prompt(), settings.timeout(), clock.getIfAvailable(Clock::systemUTC));
    }
}
