package io.homeostat.runtime.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of Kafka Streams for a pipeline, and why they are what they are.
 *
 * @param connection how Kafka is reached, and what else the user has set for clients
 * @param instance this instance's name
 * @param stateFolder the folder of this instance's state on this cluster
 * @param commitInterval how often a pipeline commits
 * @param replication of the topics that Kafka Streams makes
 */
public record PipelineSettings(
        Map<String, Object> connection, String instance, Path stateFolder, Duration commitInterval, int replication) {

    private static final int MOST_RECORDS_A_POLL = 4_000;

    Map<String, Object> forPlan(PipelinePlan plan) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, plan.applicationId());
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, plan.applicationId() + "-" + instance);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        // a reading waits for nothing: partitions have no order between them, and looking for one costs a set a record
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        settings.put(StreamsConfig.POLL_MS_CONFIG, 10L);
        // these are folded records: as many as two polls of one partition make
        settings.put(
                StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 2 * MOST_RECORDS_A_POLL / FoldingClients.MOST);
        // a member that was killed and comes back under its own name takes its place at once
        settings.put(consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        settings.putIfAbsent(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        settings.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(consumer(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MOST_RECORDS_A_POLL);
        settings.put(consumer(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
        // a transaction that nobody fences holds back every reader no longer than this
        settings.put(producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000);
        settings.put(producer(ProducerConfig.LINGER_MS_CONFIG), 5);
        return settings;
    }

    private static String consumer(String key) {
        return StreamsConfig.mainConsumerPrefix(key);
    }

    private static String producer(String key) {
        return StreamsConfig.producerPrefix(key);
    }
}
