package io.homeostat.benchmarks.healing.feed;

import java.util.List;

/**
 * Readings of many sensors in order of arrival, with what is known of them. Immutable.
 *
 * @param sensors the sensors, by their numbers
 * @param rows the readings, those that never came among them at their places
 * @param troubles what happened, by its number
 */
public record Feed(List<FeedSensor> sensors, List<FeedRow> rows, List<Trouble> troubles) {

    public Feed {
        sensors = List.copyOf(sensors);
        rows = List.copyOf(rows);
        troubles = List.copyOf(troubles);
    }

    /** How many sensors the group of a sensor has, itself included. */
    public int groupSize(int sensor) {
        String group = sensors.get(sensor).group();
        return group == null
                ? 1
                : (int) sensors.stream()
                        .filter(each -> group.equals(each.group()))
                        .count();
    }
}
