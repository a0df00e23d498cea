package io.homeostat.runtime.sensors;

import io.homeostat.model.Topics;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import io.homeostat.runtime.seeding.Seeding;
import io.homeostat.runtime.seeding.TopicSeeding;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the first sensors to the topic {@code sensors} if there is none on it, with a mark, so that sensors which people
 * take away later do not come back. Thread-safe.
 */
public final class SensorSeeding implements Seeding {

    private static final Logger log = LoggerFactory.getLogger(SensorSeeding.class);
    private static final String TRANSACTIONAL_ID = "homeostat-monitor-sensor-seeding";

    private final FirstSensors firstSensors;
    private final InstantSource clock;
    private final Seeding seeding;

    /**
     * A seeding over a connection, which is a client's configuration.
     *
     * @param clock tells from when on the sensors are expected to speak
     */
    public SensorSeeding(Map<String, Object> connection, FirstSensors firstSensors, InstantSource clock) {
        this.firstSensors = firstSensors;
        this.clock = clock;
        seeding = new TopicSeeding(connection, TRANSACTIONAL_ID, Topics.SENSORS, SensorSeeding::isThere, this::records);
    }

    @Override
    public void ensureSeeded() {
        seeding.ensureSeeded();
    }

    private List<ProducerRecord<byte[], byte[]>> records() {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Sensor sensor : firstSensors.sensors()) {
            boolean dated = sensor.expectedInterval() == null || sensor.declaredAt() != null;
            Sensor written = dated ? sensor : sensor.declaredAt(clock.instant());
            records.add(record(written.key(), SensorJson.write(written)));
        }
        records.add(record(Topics.SENSORS_SET_MARK, "{}".getBytes(StandardCharsets.UTF_8)));
        log.info("The topic sensors is empty: the first {} sensors are written", records.size() - 1);
        return records;
    }

    private static ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ProducerRecord<>(Topics.SENSORS, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static boolean isThere(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        return record.key() != null && record.value() != null;
    }
}
