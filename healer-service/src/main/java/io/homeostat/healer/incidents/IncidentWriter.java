package io.homeostat.healer.incidents;

import io.homeostat.healer.watching.Watcher;
import io.homeostat.model.Topics;
import io.homeostat.model.incident.IncidentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes incident events to Kafka in their order, and keeps those that it does not take yet: an incident of the broker is
 * written when the broker is back. Thread-safe.
 */
public final class IncidentWriter extends Watcher {

    private static final Logger log = LoggerFactory.getLogger("io.homeostat.incidents");
    private static final int MOST_WAITING = 10_000;

    private final Map<String, Object> settings;
    private final IncidentBook book;
    private final Deque<IncidentEvent> waiting = new ArrayDeque<>();
    private @Nullable Producer<byte[], byte[]> producer;

    IncidentWriter(Map<String, Object> connection, IncidentBook book) {
        super("incident-writer", Duration.ofMillis(100));
        this.book = book;
        this.settings = new HashMap<>(connection);
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.remove(ProducerConfig.CLIENT_ID_CONFIG);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    /** Tells an event: in the log and by HTTP at once, on Kafka as soon as that takes it. */
    public void tell(IncidentEvent event) {
        book.add(event);
        log.warn("{} {}: {}", event.target(), event.event(), event.sentence());
        synchronized (waiting) {
            waiting.addLast(event);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeFirst();
            }
        }
    }

    @Override
    protected void look() throws InterruptedException {
        for (IncidentEvent next = next(); next != null; next = next()) {
            if (producer == null) {
                producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            }
            byte[] key = next.incidentId().getBytes(StandardCharsets.UTF_8);
            try {
                producer.send(new ProducerRecord<>(Topics.INCIDENTS, key, next.json()))
                        .get(5, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                log.debug("An incident's event waits for Kafka", e);
                return;
            }
            synchronized (waiting) {
                waiting.removeFirstOccurrence(next);
            }
        }
    }

    private @Nullable IncidentEvent next() {
        synchronized (waiting) {
            return waiting.peekFirst();
        }
    }

    @Override
    protected void release() {
        if (producer != null) {
            producer.close(Duration.ofMillis(500));
            producer = null;
        }
    }
}
