package io.homeostat.benchmarks.healing.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * What was true, read from a file in the form of the readings, with rows for readings that never came. Mutable: each true
 * value is taken once, in the order of the file, for time stamps may come twice. Not thread-safe.
 */
public final class TruthFile {

    private final Map<String, Map<Long, Queue<Double>>> values = new HashMap<>();

    private TruthFile() {}

    /** Nothing is known. */
    public static TruthFile unknown() {
        return new TruthFile();
    }

    /** Reads a file. */
    public static TruthFile read(Path file) throws IOException {
        TruthFile truth = new TruthFile();
        for (String[] cells : Csv.rows(file, "sensor", "timestamp", "value")) {
            truth.values
                    .computeIfAbsent(cells[0].strip(), id -> new HashMap<>())
                    .computeIfAbsent(Csv.timeMillis(cells[1], file), time -> new ArrayDeque<>(1))
                    .add(Csv.number(cells[2]));
        }
        return truth;
    }

    /** The next true value of a sensor with a time stamp; NaN if there is none. */
    public double take(String sensor, long timeMillis) {
        Queue<Double> left = values.getOrDefault(sensor, Map.of()).get(timeMillis);
        Double value = left == null ? null : left.poll();
        return value == null ? Double.NaN : value;
    }
}
