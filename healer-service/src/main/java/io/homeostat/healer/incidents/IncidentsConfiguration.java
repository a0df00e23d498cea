package io.homeostat.healer.incidents;

import io.homeostat.model.Topics;
import io.homeostat.runtime.tail.TopicTail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
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
    IncidentWriter incidentWriter(KafkaProperties kafka, KafkaConnectionDetails connection, IncidentBook book) {
        return new IncidentWriter(settings(kafka, connection), book);
    }

    /** The newest of each partition, once more at each start: what this healer or another has told before. */
    @Bean
    TopicTail incidentTail(KafkaProperties kafka, KafkaConnectionDetails connection, IncidentBook book) {
        return new TopicTail(
                "incident-book",
                List.of(Topics.INCIDENTS),
                20L * IncidentBook.MOST,
                settings(kafka, connection),
                record -> book.read(record.value()));
    }

    private static Map<String, Object> settings(KafkaProperties kafka, KafkaConnectionDetails connection) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put("bootstrap.servers", String.join(",", connection.getBootstrapServers()));
        return settings;
    }
}
