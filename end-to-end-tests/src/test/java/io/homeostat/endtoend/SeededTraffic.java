package io.homeostat.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Readings of many sensors with breaches here and there, the same for the same seed, and what must come of them by a plain
 * loop. A tenth of the sensors is sent without a key, and so lies on all partitions.
 *
 * @param seed gives the values
 * @param start event time of the first reading
 * @param count how many readings there are
 */
record SeededTraffic(long seed, Instant start, int count) {

    static final int SENSORS = 2_000;
    private static final int READINGS_A_MILLISECOND = 20;
    private static final double LIMIT = 30;

    SeededTraffic {
        start = start.truncatedTo(ChronoUnit.MILLIS);
    }

    private boolean isKeyed(int index) {
        return index % SENSORS >= SENSORS / 10;
    }

    /** Whether all readings of a sensor lie on one partition, in their order. */
    boolean comesInOrder(String sensorId) {
        return isKeyed(Integer.parseInt(sensorId.substring(sensorId.lastIndexOf('-') + 1)));
    }

    String sensor(int index) {
        return "sensor-" + index % SENSORS;
    }

    Instant time(int index) {
        return start.plusMillis(index / READINGS_A_MILLISECOND);
    }

    /** Eight readings in a hundred are a breach. */
    double value(int index) {
        SplittableRandom random = new SplittableRandom(seed * 31 + index);
        return random.nextInt(100) < 8 ? 31 + random.nextInt(10) : 15 + random.nextInt(15);
    }

    ProducerRecord<byte[], byte[]> record(int index) {
        String json = "{\"sensorId\":\"%s\",\"temperature\":%s,\"timestamp\":%d}"
                .formatted(sensor(index), value(index), time(index).toEpochMilli());
        byte @Nullable [] key = isKeyed(index) ? sensor(index).getBytes(StandardCharsets.UTF_8) : null;
        return new ProducerRecord<>(
                "temperature", isKeyed(index) ? null : index % 4, key, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sensor and time of each reading that must be corrected. */
    List<String> failedReadings() {
        List<String> failed = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            if (value(index) > LIMIT) {
                failed.add(sensor(index) + " " + time(index));
            }
        }
        return failed;
    }

    /** The alerts that there must be. */
    List<AlertSpan> alerts() {
        List<AlertSpan> alerts = new ArrayList<>();
        Map<String, Instant> open = new HashMap<>();
        for (int index = 0; index < count; index++) {
            String sensor = sensor(index);
            if (value(index) > LIMIT) {
                open.putIfAbsent(sensor, time(index));
            } else if (value(index) < LIMIT && open.containsKey(sensor)) {
                alerts.add(new AlertSpan(sensor, open.remove(sensor), time(index)));
            }
        }
        open.forEach((sensor, openedAt) -> alerts.add(new AlertSpan(sensor, openedAt, null)));
        return alerts;
    }
}
