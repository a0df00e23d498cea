package io.homeostat.monitor.sensors;

import io.homeostat.model.sensor.Sensor;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic about sensors. Immutable.
 *
 * @param key {@code stream/sensor id}
 * @param sensor what is known of it; {@code null}: it is forgotten
 */
record SensorRecord(String key, @Nullable Sensor sensor) {}
