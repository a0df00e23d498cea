package io.homeostat.benchmarks.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where a peer reads and writes. Immutable.
 *
 * @param bootstrapServers the broker
 * @param group its consumer group, or its application
 * @param input the topic with the readings
 * @param output the topic for the corrections
 * @param stateDir the folder for state
 * @param commitInterval how often it commits
 */
public record PeerSettings(
        String bootstrapServers, String group, String input, String output, Path stateDir, Duration commitInterval) {

    Properties consumer() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 4_000);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
