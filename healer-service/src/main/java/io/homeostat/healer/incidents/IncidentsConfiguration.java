package io.homeostat.healer.incidents;

import io.homeostat.healer.watching.TopicEar;
import io.homeostat.model.Topics;
import java.util.HashMap;
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

    /** The whole topic, once more at each start: what this healer or another has told before. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    TopicEar incidentEar(KafkaProperties kafka, KafkaConnectionDetails connection, IncidentBook book) {
        return new TopicEar(
                Topics.INCIDENTS,
                settings(kafka, connection),
                "read_committed",
                TopicEar.From.BEGINNING,
                record -> book.read(record.value()));
    }

    private static Map<String, Object> settings(KafkaProperties kafka, KafkaConnectionDetails connection) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put("bootstrap.servers", String.join(",", connection.getBootstrapServers()));
        return settings;
    }
}
