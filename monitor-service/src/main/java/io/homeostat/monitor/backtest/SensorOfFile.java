package io.homeostat.monitor.backtest;

import io.homeostat.model.reading.Reading;
import io.homeostat.model.rule.Rule;

/** The sensor to which the readings of a file belong that names none: one that the rule is about. */
final class SensorOfFile {

    private SensorOfFile() {}

    static String of(Rule rule) {
        String id = rule.sensors().glob().replace("*", "").replace('?', '1');
        return id.isEmpty() || id.length() > Reading.MAX_SENSOR_ID_LENGTH ? Reading.DEFAULT_SENSOR_ID : id;
    }
}
