package io.homeostat.benchmarks.healing;

import io.homeostat.benchmarks.healing.feed.Feed;
import io.homeostat.benchmarks.healing.feed.FeedSensor;
import io.homeostat.detection.healing.SensorGroup;
import io.homeostat.detection.healing.SensorProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each sensor of a feed sits: in which group of the core, and there at which number. */
final class Seats {

    /** One group with the numbers that its sensors have in the feed. */
    record Bench(SensorGroup group, List<Integer> sensors) {}

    private final List<Bench> benches = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    Seats(Feed feed) {
        Map<String, Bench> byGroup = new HashMap<>();
        for (int i = 0; i < feed.sensors().size(); i++) {
            FeedSensor sensor = feed.sensors().get(i);
            Bench bench = sensor.group() == null
                    ? new Bench(new SensorGroup(), new ArrayList<>())
                    : byGroup.computeIfAbsent(sensor.group(), group -> new Bench(new SensorGroup(), new ArrayList<>()));
            benches.add(bench);
            numbers.add(bench.group()
                    .add(new SensorProfile(
                            sensor.id(), sensor.unit(), sensor.lowest(), sensor.highest(), sensor.intervalMillis())));
            bench.sensors().add(i);
        }
    }

    Bench bench(int sensor) {
        return benches.get(sensor);
    }

    int number(int sensor) {
        return numbers.get(sensor);
    }
}
