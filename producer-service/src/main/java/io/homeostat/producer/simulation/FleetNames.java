package io.homeostat.producer.simulation;

import java.util.List;

/** The ids of a fleet's sensors: machines by turns, numbered from 1, so {@code boiler-1} to {@code oven-1}, {@code boiler-2} … */
final class FleetNames {

    /** The groups: a rule for {@code boiler-*} holds for one of them. */
    private static final List<String> GROUPS =
            List.of("boiler", "pump", "press", "mixer", "chiller", "compressor", "turbine", "oven");

    private final String[] ids;

    FleetNames(int sensors) {
        ids = new String[sensors];
        for (int sensor = 0; sensor < sensors; sensor++) {
            ids[sensor] = GROUPS.get(group(sensor)) + "-" + (sensor / GROUPS.size() + 1);
        }
    }

    String sensorId(int sensor) {
        return ids[sensor];
    }

    /** The number of a sensor's group, from 0. */
    int group(int sensor) {
        return sensor % GROUPS.size();
    }
}
