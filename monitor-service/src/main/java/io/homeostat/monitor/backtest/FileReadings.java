package io.homeostat.monitor.backtest;

import io.homeostat.detection.rule.SensorGlob;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.PastReadings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readings that somebody sent, of the sensors that are wanted. Not thread-safe. */
final class FileReadings implements PastReadings {

    private final List<PastReading> readings;
    private final SensorGlob sensors;
    private int next;

    FileReadings(List<PastReading> readings, SensorGlob sensors) {
        this.readings = readings;
        this.sensors = sensors;
    }

    @Override
    public @Nullable PastReading next() {
        while (next < readings.size()) {
            PastReading past = readings.get(next++);
            if (sensors.matches(past.reading().sensorId())) {
                return past;
            }
        }
        return null;
    }

    @Override
    public double share() {
        return readings.isEmpty() ? 1 : (double) next / readings.size();
    }

    @Override
    public void close() {}
}
