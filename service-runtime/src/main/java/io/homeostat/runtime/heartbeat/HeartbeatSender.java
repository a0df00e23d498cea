package io.homeostat.runtime.heartbeat;

import io.homeostat.model.Topics;
import io.homeostat.model.heartbeat.Heartbeat;
import io.homeostat.model.heartbeat.HeartbeatJson;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends a heartbeat every second, from a thread of its own. One that Kafka does not take within three seconds is given up:
 * old signs of life say nothing. Thread-safe.
 */
final class HeartbeatSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HeartbeatSender.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final String instance;
    private final String service;
    private final OwnResources resources;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Object> settings;

    private @Nullable ScheduledExecutorService executor;
    private @Nullable Producer<byte[], byte[]> producer;
    private long lastCollectionMillis;
    private long lastNanos = System.nanoTime();

    HeartbeatSender(
            String instance,
            String service,
            OwnResources resources,
            MeterRegistry meters,
            Clock clock,
            Map<String, Object> connection) {
        this.instance = instance;
        this.service = service;
        this.resources = resources;
        this.meters = meters;
        this.clock = clock;
        this.settings = new HashMap<>(connection);
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "heartbeat@" + instance);
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 500);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = started.scheduleAtFixedRate(this::beat, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
        if (producer != null) {
            producer.close(Duration.ofMillis(500));
            producer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void beat() {
        try {
            Producer<byte[], byte[]> to = producer();
            if (to != null) {
                byte[] key = instance.getBytes(StandardCharsets.UTF_8);
                var unused = to.send(
                        new ProducerRecord<>(Topics.HEARTBEATS, key, HeartbeatJson.write(heartbeat())),
                        (metadata, failure) -> {
                            if (failure != null) {
                                log.debug("A heartbeat was given up", failure);
                            }
                        });
            }
        } catch (KafkaException e) {
            log.debug("No heartbeat", e); // the broker's absence is said elsewhere, once
        } catch (RuntimeException e) {
            log.warn("No heartbeat could be made", e);
        }
    }

    /** Names that cannot be resolved yet make its creation fail: then it is tried again with the next heartbeat. */
    private synchronized @Nullable Producer<byte[], byte[]> producer() {
        if (producer == null && executor != null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Heartbeat heartbeat() {
        long nanos = System.nanoTime();
        long collectionMillis = resources.collectionMillis();
        double share = (collectionMillis - lastCollectionMillis) * 1e6 / Math.max(1, nanos - lastNanos);
        lastCollectionMillis = collectionMillis;
        lastNanos = nanos;
        return new Heartbeat(
                instance,
                service,
                clock.instant(),
                ProcessHandle.current().pid(),
                resources.uptimeMillis(),
                resources.heapAfterCollection(),
                Math.min(1, share),
                resources.diskLeftBytes(),
                resources.filesOpen(),
                connectionsWaiting());
    }

    private @Nullable Integer connectionsWaiting() {
        Gauge pending = meters.find("hikaricp.connections.pending").gauge();
        return pending == null ? null : (int) pending.value();
    }
}
