package io.homeostat.monitor.readings;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.ReadingDecoder;
import io.homeostat.runtime.settings.HomeostatProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
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
 * Takes note of the last 20,000 readings of each partition at the start, so that a restart does not empty the charts.
 * Thread-safe.
 *
 * <p>The pipeline goes on where it had committed and never reads these again, except for a few, which
 * {@link RecentReadings} takes once. It has a thread of its own that ends when it has reached what was the end; until
 * the broker answers it tries again and holds up nothing.
 */
@Component
class ReadingBackfill implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadingBackfill.class);
    private static final long TAIL = 20_000;
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final RecentReadings recent;
    private final Map<String, StreamTopics> streams;
    private final Map<String, Object> settings;
    private @Nullable Thread thread;

    ReadingBackfill(HomeostatProperties properties, RecentReadings recent, ConsumerFactory<?, ?> consumers) {
        this.recent = recent;
        this.streams =
                properties.streamTopics().stream().collect(Collectors.toMap(StreamTopics::readings, stream -> stream));
        this.settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    @Override
    public synchronized void start() {
        Thread started = new Thread(this::run, "reading-backfill");
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
        boolean told = false;
        do {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                if (readTail(consumer)) {
                    return;
                }
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                if (!told) {
                    log.info("Charts begin empty until Kafka lets them be filled: {}", e.getMessage());
                }
                told = true;
            }
        } while (pause());
    }

    /** Whether it is done; if not, a topic is not made yet. */
    private boolean readTail(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : streams.keySet()) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
            if (found.isEmpty()) {
                return false;
            }
            found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, ANSWER);
        Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions, ANSWER));
        left.forEach(
                (partition, end) -> consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - TAIL)));
        Map<String, ReadingDecoder> decoders = new HashMap<>();
        streams.forEach((topic, stream) -> decoders.put(topic, new ReadingDecoder(stream)));
        while (true) {
            left.entrySet().removeIf(one -> consumer.position(one.getKey()) >= one.getValue());
            if (left.isEmpty()) {
                return true;
            }
            consumer.pause(partitions.stream()
                    .filter(partition -> !left.containsKey(partition))
                    .toList());
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> note(record, decoders));
        }
    }

    /** What is no reading is told by the pipeline's dead letters. */
    private void note(ConsumerRecord<byte[], byte[]> record, Map<String, ReadingDecoder> decoders) {
        StreamTopics stream = streams.get(record.topic());
        ReadingDecoder decoder = decoders.get(record.topic());
        if (stream != null
                && decoder != null
                && decoder.decode(record.key(), record.value(), record.timestamp()) instanceof Reading reading) {
            recent.record(stream.stream(), reading.sensorId(), reading.eventTimeMillis(), reading.value());
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
