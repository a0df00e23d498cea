package io.homeostat.runtime.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * How Kafka is reached by those of our clients that Spring does not make: its address and what {@code spring.kafka} says
 * of security and time-outs of an admin client. Thread-safe.
 */
public final class KafkaConnection {

    private final Map<String, Object> settings;

    KafkaConnection(KafkaProperties kafka, KafkaConnectionDetails details) {
        Map<String, Object> all = new HashMap<>(kafka.buildAdminProperties());
        all.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", details.getAdmin().getBootstrapServers()));
        this.settings = Map.copyOf(all);
    }

    /** The settings to begin a client of any kind with: a new map, which its caller may add to. */
    public Map<String, Object> settings() {
        return new HashMap<>(settings);
    }
}
