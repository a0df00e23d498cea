package io.homeostat.monitor.rules;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients as the rules' calls need them: they give up within seconds, since somebody waits. Immutable. */
final class RuleClients {

    /** One for all monitors: see {@link RuleWriter}. */
    private static final String TRANSACTIONAL_ID = "homeostat-monitor-rules";

    private static final int ANSWER_MILLIS = 3_000;

    private final Map<String, Object> connection;

    /** Clients over a connection, which is a client's configuration. */
    RuleClients(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    RulesReader reader() {
        return new RulesReader(committed(), consumer(IsolationLevel.READ_UNCOMMITTED));
    }

    Consumer<byte[], byte[]> committed() {
        return consumer(IsolationLevel.READ_COMMITTED);
    }

    RuleWriter writer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, TRANSACTIONAL_ID);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // what is left open holds back every reader of the rules
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS - 500);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        return new RuleWriter(new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, TRANSACTIONAL_ID + "-" + isolation);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS - 500);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
