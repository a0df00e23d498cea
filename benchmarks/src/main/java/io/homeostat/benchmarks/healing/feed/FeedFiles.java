package io.homeostat.benchmarks.healing.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a feed from files: readings, and what is known of groups and sensors. Stateless; the truth is read apart. */
public final class FeedFiles {

    private FeedFiles() {}

    /**
     * A feed with the time stamps as they stood in the files.
     *
     * @param feed the feed, its rows in the order of the files' names and lines
     * @param stamps the text of each row's time stamp
     * @param order the numbers of the rows in order of arrival
     */
    public record Read(Feed feed, List<String> stamps, List<Integer> order) {

        public Read {
            stamps = List.copyOf(stamps);
            order = List.copyOf(order);
        }
    }

    /** Reads all {@code *.csv} of a folder. */
    public static Read read(Path folder, @Nullable Path groupsFile, @Nullable Path sensorsFile) throws IOException {
        Map<String, String> groups = groups(groupsFile);
        Map<String, FeedSensor> known = sensors(sensorsFile);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<FeedRow> rows = new ArrayList<>();
        List<String> stamps = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Path file : files(folder)) {
            starts.add(rows.size());
            for (String[] cells : Csv.rows(file, "sensor", "timestamp", "value")) {
                int number = numbers.computeIfAbsent(cells[0].strip(), id -> numbers.size());
                rows.add(new FeedRow(
                        number, Csv.timeMillis(cells[1], file), Csv.number(cells[2]), Double.NaN, FeedRow.NONE, true));
                stamps.add(cells[1].strip());
            }
        }
        List<FeedSensor> sensors = new ArrayList<>();
        for (String id : numbers.keySet()) {
            FeedSensor sensor = known.getOrDefault(id, new FeedSensor(id, null, null, Double.NaN, Double.NaN, 0));
            sensors.add(new FeedSensor(
                    id, groups.get(id), sensor.unit(), sensor.lowest(), sensor.highest(), sensor.intervalMillis()));
        }
        List<Integer> order =
                Arrays.stream(ArrivalOrder.of(rows, starts)).boxed().toList();
        return new Read(new Feed(sensors, rows, List.of()), stamps, order);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--csv must be a folder with *.csv in it, no folder " + folder);
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException("--csv must be a folder with *.csv in it, none in " + folder);
            }
            return files;
        }
    }

    private static Map<String, String> groups(@Nullable Path file) throws IOException {
        Map<String, String> groups = new HashMap<>();
        if (file != null) {
            for (String[] cells : Csv.rows(file, "sensor", "group")) {
                if (!cells[1].isBlank()) {
                    groups.put(cells[0].strip(), cells[1].strip());
                }
            }
        }
        return groups;
    }

    private static Map<String, FeedSensor> sensors(@Nullable Path file) throws IOException {
        Map<String, FeedSensor> sensors = new HashMap<>();
        if (file != null) {
            for (String[] cells : Csv.rows(file, "sensor", "unit", "min", "max", "interval")) {
                double interval = Csv.number(cells[4]);
                String unit = cells[1].isBlank() ? null : cells[1].strip();
                sensors.put(
                        cells[0].strip(),
                        new FeedSensor(
                                cells[0].strip(),
                                null,
                                unit,
                                Csv.number(cells[2]),
                                Csv.number(cells[3]),
                                Double.isNaN(interval) ? 0 : Math.round(interval * 1000)));
            }
        }
        return sensors;
    }
}
