package io.homeostat.benchmarks.healing.fleet;

import io.homeostat.benchmarks.healing.feed.Feed;
import io.homeostat.benchmarks.healing.feed.FeedRow;
import io.homeostat.benchmarks.healing.feed.FeedSensor;
import io.homeostat.benchmarks.healing.feed.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Real series with faults injected: each file of the Numenta Anomaly Benchmark's real parts is a sensor alone, and what was
 * recorded is taken as the truth, noise and all. Each is brought to the mean and the spread of a temperature, so that
 * errors can be pooled. Stateless.
 */
public final class Recordings {

    /** A fault comes after so many readings, on the mean. */
    private static final double GAP = 300;

    private static final double MEAN = 20;
    private static final double DEVIATION = 3;

    private static final double LEARNING_SHARE = 0.2;

    private Recordings() {}

    /** Reads {@code data/real*} of a folder and breaks its series. */
    public static Feed read(Path folder, long seed) throws IOException {
        List<FeedSensor> sensors = new ArrayList<>();
        List<FeedRow> rows = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (Path file : files(folder)) {
            breakSeries(file, random.split(), sensors, rows, troubles);
        }
        return new Feed(sensors, rows, troubles);
    }

    private static List<Path> files(Path folder) throws IOException {
        Path data = folder.resolve("data");
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException("--nab must be a folder with a folder data in it, no folder " + data);
        }
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(file -> file.toString().endsWith(".csv")
                            && data.relativize(file).toString().startsWith("real"))
                    .sorted()
                    .toList();
        }
    }

    private static void breakSeries(
            Path file, SplittableRandom random, List<FeedSensor> sensors, List<FeedRow> rows, List<Trouble> troubles)
            throws IOException {
        List<String> lines = Files.readAllLines(file);
        int length = lines.size() - 1;
        long[] times = new long[length];
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            times[i] = LocalDateTime.parse(cells[0].replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
            values[i] = Double.parseDouble(cells[1]);
        }
        Spread recorded = Spread.of(values);
        for (int i = 0; i < length; i++) {
            values[i] = MEAN + DEVIATION * (values[i] - recorded.mean()) / recorded.deviation();
        }
        Spread spread = Spread.of(values);
        long interval = times[1] - times[0];
        int sensor = sensors.size();
        double span = Math.max(1e-6, spread.highest() - spread.lowest());
        sensors.add(new FeedSensor(
                String.valueOf(file.getFileName()),
                null,
                null,
                spread.lowest() - span,
                spread.highest() + span,
                interval));
        Fault fault = null;
        int next = (int) (LEARNING_SHARE * length) + gap(random);
        for (int i = 0; i < length; i++) {
            if ((fault == null && i >= next) || (fault != null && times[i] > fault.endMillis())) {
                if (fault != null) {
                    next = i + 30 + gap(random);
                    fault = null;
                } else if (i < length - 50) {
                    fault = draw(times[i], interval, spread, random);
                    troubles.add(new Trouble(
                            fault.kind().label(), sensor, times[i], fault.endMillis(), false, fault.size()));
                }
            }
            double shown = values[i];
            if (fault != null) {
                boolean outside = fault.kind() == FaultKind.OUT_OF_RANGE;
                shown = outside ? spread.highest() + 10 * span : fault.shown(shown, times[i]);
            }
            boolean came = fault == null || fault.kind() != FaultKind.DROPOUT;
            long stamp = fault == null ? times[i] : fault.stamp(times[i]);
            rows.add(new FeedRow(
                    sensor, stamp, shown, values[i], fault == null ? FeedRow.NONE : troubles.size() - 1, came));
        }
    }

    private static int gap(SplittableRandom random) {
        return (int) (-GAP * Math.log1p(-random.nextDouble()));
    }

    /** A fault as long in readings as it would be in minutes at one a minute. */
    private static Fault draw(long begin, long interval, Spread spread, SplittableRandom random) {
        FaultKind kind = FaultKind.drawn(random);
        long millis = Math.min(500, kind.millis(random) / 60_000) * interval;
        double size = kind.size(random, spread.noise());
        return new Fault(kind, begin, begin + millis, size, random.split());
    }

    /** How a series spreads. */
    private record Spread(double lowest, double highest, double mean, double deviation, double noise) {

        static Spread of(double[] values) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            double squares = 0;
            double steps = 0;
            for (int i = 0; i < values.length; i++) {
                lowest = Math.min(lowest, values[i]);
                highest = Math.max(highest, values[i]);
                sum += values[i];
                squares += values[i] * values[i];
                steps += i == 0 ? 0 : Math.abs(values[i] - values[i - 1]);
            }
            double mean = sum / values.length;
            double variance = Math.max(1e-12, squares / values.length - mean * mean);
            return new Spread(lowest, highest, mean, Math.sqrt(variance), steps / values.length);
        }
    }
}
