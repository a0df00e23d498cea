package io.homeostat.monitor.readings;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.correction.Correction;
import io.homeostat.model.correction.CorrectionJson;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.tail.TailFollower;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The recent corrected values of every series, read from the streams' adjusted topics. Thread-safe.
 *
 * <p>It begins with the last 20,000 corrections of each partition, so that a restart does not empty the charts.
 */
@Component
class CorrectedReadings implements TailFollower {

    /** How many corrections of each partition are read again at the start. */
    static final long TAIL = 20_000;

    private static final Logger log = LoggerFactory.getLogger(CorrectedReadings.class);

    private final RecentReadings corrected;
    private final Map<String, CorrectionJson> codecs;
    private final Map<String, String> streams;

    CorrectedReadings(HomeostatProperties properties, ChartProperties charts) {
        this.corrected = new RecentReadings(charts.seriesMax());
        List<StreamTopics> topics = properties.streamTopics();
        this.codecs = topics.stream().collect(Collectors.toMap(StreamTopics::adjusted, CorrectionJson::new));
        this.streams = topics.stream().collect(Collectors.toMap(StreamTopics::adjusted, StreamTopics::stream));
    }

    /** The topics that it reads. */
    Set<String> topics() {
        return codecs.keySet();
    }

    List<ChartPoint> of(String stream, String sensorId) {
        return corrected.of(stream, sensorId).orElse(List.of());
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        byte @Nullable [] value = record.value();
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

    private CorrectionJson codec(String topic) {
        CorrectionJson codec = codecs.get(topic);
        if (codec == null) {
            throw new IllegalArgumentException("topic must be one of " + codecs.keySet() + ", was " + topic);
        }
        return codec;
    }
}
