package io.homeostat.runtime.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.runtime.seeding.Seeding;
import io.homeostat.runtime.seeding.TopicSeeding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the first rules, and the mark that says so, to the topic {@code rules} if the mark is not there. Thread-safe.
 */
public final class RuleSeeding implements Seeding {

    private static final Logger log = LoggerFactory.getLogger(RuleSeeding.class);
    private static final String TRANSACTIONAL_ID = "homeostat-rule-seeding";

    private final FirstRules firstRules;
    private final Seeding seeding;

    /** A seeding over a connection, which is a client's configuration. */
    public RuleSeeding(Map<String, Object> connection, FirstRules firstRules) {
        this.firstRules = firstRules;
        seeding = new TopicSeeding(connection, TRANSACTIONAL_ID, Topics.RULES, RuleSeeding::isMark, this::records);
    }

    @Override
    public void ensureSeeded() {
        seeding.ensureSeeded();
    }

    private List<ProducerRecord<byte[], byte[]>> records() {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Rule rule : firstRules.rules()) {
            byte[] key = rule.id().getBytes(StandardCharsets.UTF_8);
            records.add(new ProducerRecord<>(Topics.RULES, key, RuleJson.write(rule)));
            records.add(new ProducerRecord<>(Topics.RULES_HISTORY, key, RuleJson.write(rule)));
        }
        byte[] mark = Topics.RULES_SET_MARK.getBytes(StandardCharsets.UTF_8);
        records.add(new ProducerRecord<>(Topics.RULES, mark, "{}".getBytes(StandardCharsets.UTF_8)));
        List<String> ids = firstRules.rules().stream().map(Rule::id).toList();
        log.info("The topic rules is empty: the first rules are written, {}", ids);
        return records;
    }

    private static boolean isMark(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        return key != null
                && record.value() != null
                && new String(key, StandardCharsets.UTF_8).equals(Topics.RULES_SET_MARK);
    }
}
