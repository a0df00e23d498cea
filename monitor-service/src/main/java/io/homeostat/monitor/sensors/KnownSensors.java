package io.homeostat.monitor.sensors;

import io.homeostat.model.sensor.Sensor;
import java.util.Collection;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * What the topic {@code sensors} says of sensors, as far as it was read. Thread-safe; it goes on changing, since a copy of
 * a hundred thousand sensors for each look would cost more than the look.
 */
final class KnownSensors {

    private final ConcurrentNavigableMap<String, Sensor> sensors = new ConcurrentSkipListMap<>();

    /** What is known of a sensor; {@code null}: nothing. */
    @Nullable
    Sensor of(String stream, String sensorId) {
        return sensors.get(stream + "/" + sensorId);
    }

    /** All sensors of which something is known. */
    Collection<Sensor> all() {
        return sensors.values();
    }

    /** How many there are. */
    int count() {
        return sensors.size();
    }

    /** Takes what a record says. */
    void take(SensorRecord record) {
        Sensor sensor = record.sensor();
        if (sensor == null) {
            sensors.remove(record.key());
        } else {
            sensors.put(record.key(), sensor);
        }
    }

    /** Whether a record is the newest about its sensor. */
    boolean holds(SensorRecord record) {
        Sensor sensor = record.sensor();
        return sensor == null ? !sensors.containsKey(record.key()) : sensor.equals(sensors.get(record.key()));
    }

    void forget() {
        sensors.clear();
    }
}
