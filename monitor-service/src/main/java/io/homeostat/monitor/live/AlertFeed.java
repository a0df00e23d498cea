package io.homeostat.monitor.live;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands committed alert events to the live clients. Thread-safe.
 *
 * <p>It reads every partition by itself and asks no database, so that pages stay live while that is away, and show the
 * alerts of all instances.
 */
@Component
class AlertFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AlertFeed.class);
    private static final int HISTORY = 4_096;
    private static final int FIRST_EVENTS = 100;
    private static final long TAIL = 500;

    private final LiveClients clients;
    private final Map<String, Object> settings;
    private final Object lock = new Object();
    private @Nullable FeedHistory history;
    private @Nullable Thread thread;

    AlertFeed(LiveClients clients, ConsumerFactory<?, ?> consumers) {
        this.clients = clients;
        this.settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** Adds a client: it gets what it missed, or the newest events, or is told to load everything again. */
    void join(LiveClient client, @Nullable String lastEventId) {
        synchronized (lock) {
            if (history == null) {
                client.offer(LiveEvent.RESET);
            } else if (lastEventId == null || lastEventId.isBlank()) {
                client.offerAll(history.newest(FIRST_EVENTS));
            } else {
                client.offerAll(history.after(lastEventId).orElse(List.of(LiveEvent.RESET)));
            }
            clients.add(client);
        }
    }

    @Override
    public synchronized void start() {
        Thread started = new Thread(this::run, "alert-feed");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                log.debug("The feed of alerts begins anew", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS, Duration.ofSeconds(10)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + Topics.ALERTS + " yet");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long[] start = partitions.stream()
                .mapToLong(partition ->
                        Math.max(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - TAIL))
                .toArray();
        partitions.forEach(partition -> consumer.seek(partition, start[partition.partition()]));
        synchronized (lock) {
            history = new FeedHistory(HISTORY, start);
            clients.offer(LiveEvent.RESET);
        }
        while (!Thread.currentThread().isInterrupted()) {
            consumer.poll(Duration.ofSeconds(1)).forEach(this::handOn);
        }
    }

    private void handOn(ConsumerRecord<byte[], byte[]> record) {
        String line = oneLine(record.value());
        synchronized (lock) {
            if (line != null && history != null) {
                clients.offer(history.add(record.partition(), record.offset(), line));
            }
        }
    }

    /** The event's JSON in one line; {@code null} if the record is no alert event. */
    private static @Nullable String oneLine(byte @Nullable [] value) {
        try {
            return value == null
                    ? null
                    : new String(AlertEventJson.write(AlertEventJson.read(value)), StandardCharsets.UTF_8);
        } catch (MessageFormatException e) {
            return null; // counted and told by the projector
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(2_000);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
