package io.homeostat.runtime.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the first rules, and the mark that says so, to the topic {@code rules} if the mark is not there. Whichever
 * service comes first does it: both use the same transactional id, so the later one fences the earlier, and reads the
 * topic only after that. Thread-safe.
 */
public final class RuleSeeding {

    private static final Logger log = LoggerFactory.getLogger(RuleSeeding.class);
    private static final String TRANSACTIONAL_ID = "homeostat-rule-seeding";
    private static final TopicPartition RULES = new TopicPartition(Topics.RULES, 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> connection;
    private final FirstRules firstRules;

    /** A seeding over a connection, which is a client's configuration. */
    public RuleSeeding(Map<String, Object> connection, FirstRules firstRules) {
        this.connection = Map.copyOf(connection);
        this.firstRules = firstRules;
    }

    /**
     * Sees to it that the mark is there.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker did not answer, or another service was quicker: try
     *     again
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if a record of the transaction did
    public void ensureSeeded() {
        if (isMarked()) {
            return;
        }
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            if (isMarked()) {
                return;
            }
            producer.beginTransaction();
            for (Rule rule : firstRules.rules()) {
                byte[] key = rule.id().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(Topics.RULES, key, RuleJson.write(rule)));
                producer.send(new ProducerRecord<>(Topics.RULES_HISTORY, key, RuleJson.write(rule)));
            }
            byte[] mark = Topics.RULES_SET_MARK.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.RULES, mark, "{}".getBytes(StandardCharsets.UTF_8)));
            producer.commitTransaction();
            List<String> ids = firstRules.rules().stream().map(Rule::id).toList();
            log.info("The topic rules was empty: wrote the first rules, {}", ids);
        }
    }

    private boolean isMarked() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(RULES));
            consumer.seekToBeginning(List.of(RULES));
            long end = consumer.endOffsets(List.of(RULES)).getOrDefault(RULES, 0L);
            while (consumer.position(RULES) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (isMark(record)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static boolean isMark(ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null
                && record.value() != null
                && new String(record.key(), StandardCharsets.UTF_8).equals(Topics.RULES_SET_MARK);
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
