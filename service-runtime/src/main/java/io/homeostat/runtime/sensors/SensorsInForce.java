package io.homeostat.runtime.sensors;

import io.homeostat.model.sensor.Sensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a task knows of sensors: an edition of a {@link SensorBook}, which changes only when it is renewed, so that a
 * batch is judged by one. Belongs to the task's stream thread.
 */
public final class SensorsInForce {

    private static final long INTERVAL_MILLIS = 500;

    private final SensorBook book;
    private SensorBook.Edition edition;
    private long nextLookMillis = Long.MIN_VALUE;

    /** What is known now. */
    public SensorsInForce(SensorBook book) {
        this.book = book;
        this.edition = book.current();
    }

    /** Which edition it is: another number means that something may have changed. */
    public long edition() {
        return edition.number();
    }

    /** What was known at the last renewal, by sensor id. */
    public Map<String, Sensor> get() {
        return edition.sensors();
    }

    /** By which text the home of a sensor's series is found: its group's name, else its own. */
    public String homeKey(String sensorId) {
        Sensor sensor = edition.sensors().get(sensorId);
        String group = sensor == null ? null : sensor.group();
        return group == null ? sensorId : group;
    }

    /** What is known of a sensor; {@code null}: nothing. */
    public @Nullable Sensor of(String sensorId) {
        return edition.sensors().get(sensorId);
    }

    /** Takes what is known now, half a second after the last look at the earliest; tells whether that is another. */
    public boolean renew(long nowMillis) {
        if (nowMillis < nextLookMillis) {
            return false;
        }
        nextLookMillis = nowMillis + INTERVAL_MILLIS;
        SensorBook.Edition newest = book.current();
        if (newest.number() == edition.number()) {
            return false;
        }
        edition = newest;
        return true;
    }
}
