package io.homeostat.healer.incidents;

import io.homeostat.model.Topics;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.tail.TopicTail;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the incidents' writing and reading together. */
@Configuration(proxyBeanMethods = false)
class IncidentsConfiguration {

    @Bean
    IncidentBook incidentBook() {
        return new IncidentBook();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    IncidentWriter incidentWriter(KafkaConnection connection, IncidentBook book) {
        return new IncidentWriter(connection.settings(), book);
    }

    /** The newest of each partition, once more at each start: what this healer or another has told before. */
    @Bean
    TopicTail incidentTail(KafkaConnection connection, IncidentBook book) {
        return new TopicTail(
                "incident-book",
                List.of(Topics.INCIDENTS),
                20L * IncidentBook.MOST,
                connection.settings(),
                record -> book.read(record.value()));
    }
}
