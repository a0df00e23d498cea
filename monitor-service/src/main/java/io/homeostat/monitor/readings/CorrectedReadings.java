package io.homeostat.monitor.readings;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.correction.Correction;
import io.homeostat.model.correction.CorrectionJson;
import io.homeostat.runtime.settings.HomeostatProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * The recent corrected values of every series, read from the streams' adjusted topics. Thread-safe.
 *
 * <p>It begins with the last 20,000 corrections of each partition, so that a restart does not empty the charts.
 */
@Component
class CorrectedReadings implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CorrectedReadings.class);
    private static final long TAIL = 20_000;

    private final RecentReadings corrected;
    private final Map<String, CorrectionJson> codecs;
    private final Map<String, String> streams;
    private final Map<String, Object> settings;
    private @Nullable Thread thread;

    CorrectedReadings(HomeostatProperties properties, ChartProperties charts, ConsumerFactory<?, ?> consumers) {
        this.corrected = new RecentReadings(charts.seriesMax());
        List<StreamTopics> topics = properties.streamTopics();
        this.codecs = topics.stream().collect(Collectors.toMap(StreamTopics::adjusted, CorrectionJson::new));
        this.streams = topics.stream().collect(Collectors.toMap(StreamTopics::adjusted, StreamTopics::stream));
        this.settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    List<ChartPoint> of(String stream, String sensorId) {
        return corrected.of(stream, sensorId).orElse(List.of());
    }

    void take(String topic, byte @Nullable [] value) {
        if (value == null) {
            return;
        }
        try {
            Correction correction = codec(topic).read(value);
            Double use = correction.value();
            if (use != null) {
                corrected.record(
                        streams.getOrDefault(topic, topic), correction.sensorId(), correction.eventTimeMillis(), use);
            }
        } catch (IllegalArgumentException e) {
            log.debug("Passed over a record on {} that is no correction", topic, e);
        }
    }

    @Override
    public synchronized void start() {
        Thread started = new Thread(this::run, "corrected-readings");
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

    private CorrectionJson codec(String topic) {
        CorrectionJson codec = codecs.get(topic);
        if (codec == null) {
            throw new IllegalArgumentException("topic must be one of " + codecs.keySet() + ", was " + topic);
        }
        return codec;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                log.debug("Reading corrections begins anew", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = codecs.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic, Duration.ofSeconds(10)).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is none of the topics " + codecs.keySet() + " yet");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - TAIL)));
        while (!Thread.currentThread().isInterrupted()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                take(record.topic(), record.value());
            }
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
