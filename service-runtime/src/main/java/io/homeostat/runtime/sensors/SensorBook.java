package io.homeostat.runtime.sensors;

import io.homeostat.model.sensor.Sensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known of a stream's sensors, as the topic {@code sensors} has it. Thread-safe: a reader takes an
 * {@link Edition}, which never changes. It is made when it is asked for, so that a hundred thousand records in a row cost
 * one copy and not as many.
 */
public final class SensorBook {

    /**
     * What is known at one moment. Immutable.
     *
     * @param number counts the editions; another number means that something may have changed
     * @param sensors what is known, by sensor id
     */
    public record Edition(long number, Map<String, Sensor> sensors) {}

    private final Map<String, Sensor> sensors = new HashMap<>();
    private final AtomicLong unreadable = new AtomicLong();
    private long changes;
    private Edition newest = new Edition(0, Map.of());

    /** What is known now. */
    public synchronized Edition current() {
        if (newest.number() != changes) {
            newest = new Edition(changes, Collections.unmodifiableMap(new HashMap<>(sensors)));
        }
        return newest;
    }

    /** How many records on the topic could not be read. */
    public long unreadable() {
        return unreadable.get();
    }

    synchronized void put(Sensor sensor) {
        Sensor before = sensors.put(sensor.id(), sensor);
        if (!sensor.equals(before)) {
            changes++;
        }
    }

    synchronized void remove(String sensorId) {
        if (sensors.remove(sensorId) != null) {
            changes++;
        }
    }

    void countUnreadable() {
        unreadable.incrementAndGet();
    }
}
