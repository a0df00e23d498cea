package io.homeostat.monitor.topology;

import io.homeostat.model.sensor.Sensor;
import io.homeostat.runtime.stream.Series;
import io.homeostat.runtime.stream.TaskScope;
import java.util.List;

/**
 * The sensors at home in a task that are expected to speak: each has a series from its declaration on, so that it can be
 * missed before it ever spoke. Belongs to the task's stream thread.
 */
final class DeclaredSensors {

    private final TaskScope<MonitoredSeries> scope;
    private long edition;

    DeclaredSensors(TaskScope<MonitoredSeries> scope) {
        this.scope = scope;
        this.edition = scope.sensors().edition();
    }

    /** Whether something may be known of sensors that was not at the last call. */
    boolean renew() {
        boolean renewed = edition != scope.sensors().edition();
        edition = scope.sensors().edition();
        return renewed;
    }

    /** Makes a series for each that is expected and has none. */
    void makeExpected() {
        for (Sensor sensor : scope.sensors().get().values()) {
            if (sensor.expectedInterval() != null
                    && scope.store().find(sensor.id()) == null
                    && scope.isHomeOf(sensor.id())) {
                Series<MonitoredSeries> series = scope.store().create(sensor.id());
                if (series == null) {
                    return;
                }
                scope.store().changed(series);
            }
        }
    }

    /** The series of sensors that never spoke and are no longer expected to. */
    List<Series<MonitoredSeries>> forgotten() {
        return scope.store().all().stream()
                .filter(series -> series.state().state().isNew() && !isExpected(series.sensorId()))
                .toList();
    }

    private boolean isExpected(String sensorId) {
        Sensor sensor = scope.sensors().of(sensorId);
        return sensor != null && sensor.expectedInterval() != null;
    }
}
