package io.homeostat.runtime.sensors;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import io.homeostat.runtime.logging.LogText;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic {@code sensors} as a global store of a pipeline, which Kafka Streams fills before the first reading,
 * and keeps the {@link SensorBook} of the pipeline's stream up to date. A record that cannot be read is counted, logged
 * and passed over: what was known before still holds.
 *
 * <p>The store itself stays empty. Kafka Streams hands each record to the processor when it fills a store as well, and
 * the bytes of a hundred thousand sensors beside what was read of them would be kept for nothing.
 */
public final class SensorFollower implements Processor<String, byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(SensorFollower.class);
    private static final String STORE = "sensors";

    private final String prefix;
    private final SensorBook book;

    private SensorFollower(StreamTopics stream, SensorBook book) {
        this.prefix = stream.stream() + "/";
        this.book = book;
    }

    /** Adds the global store to the pipeline of a stream. */
    public static void addTo(Topology topology, StreamTopics stream, SensorBook book) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "sensors-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.SENSORS,
                "sensors-follower",
                () -> new SensorFollower(stream, book));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        String key = record.key();
        if (key != null && key.startsWith(prefix)) {
            take(key, record.value(), record.timestamp());
        }
    }

    private void take(String key, byte @Nullable [] value, long timestampMillis) {
        try {
            Optional<Sensor> read = SensorJson.read(key, value);
            read.map(sensor -> declared(sensor, timestampMillis))
                    .ifPresentOrElse(book::put, () -> book.remove(key.substring(prefix.length())));
        } catch (RuleFormatException e) {
            book.countUnreadable();
            log.warn(
                    "A record on the topic sensors cannot be read and is passed over: {}",
                    LogText.whole(String.valueOf(e.getMessage())));
        }
    }

    private static Sensor declared(Sensor sensor, long timestampMillis) {
        return sensor.declaredAt() == null && sensor.expectedInterval() != null
                ? sensor.declaredAt(Instant.ofEpochMilli(Math.max(0, timestampMillis)))
                : sensor;
    }
}
