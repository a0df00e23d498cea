package io.homeostat.runtime.rules;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.rule.RuleJson;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic {@code rules} as a global store of a pipeline, which Kafka Streams fills before the first reading,
 * and keeps the {@link RuleBook} up to date. A record that cannot be read is counted, logged and passed over.
 */
public final class RuleFollower implements Processor<String, byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(RuleFollower.class);
    private static final String STORE = "rules";

    private final RuleBook book;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private RuleFollower(RuleBook book) {
        this.book = book;
    }

    /** Adds the global store to a pipeline. */
    public static void addTo(Topology topology, RuleBook book) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "rules-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.RULES,
                "rules-follower",
                () -> new RuleFollower(book));
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(STORE);
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                take(entry.key, entry.value);
            }
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (take(record.key(), record.value())) {
            store.put(record.key(), record.value());
        }
    }

    private boolean take(@Nullable String ruleId, byte @Nullable [] value) {
        if (ruleId == null || ruleId.equals(Topics.RULES_SET_MARK)) {
            return ruleId != null;
        }
        if (value == null) {
            book.remove(ruleId);
            return true;
        }
        try {
            book.put(RuleJson.read(value));
            return true;
        } catch (RuleFormatException e) {
            book.countUnreadable();
            log.warn("A record on the topic rules cannot be read and is passed over: {}", e.getMessage());
            return false;
        }
    }
}
