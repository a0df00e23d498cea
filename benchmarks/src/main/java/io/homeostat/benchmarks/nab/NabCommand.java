package io.homeostat.benchmarks.nab;

import io.homeostat.benchmarks.Arguments;
import io.homeostat.benchmarks.Command;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs a detector over a folder in the layout of the Numenta Anomaly Benchmark and writes its result files: one row a
 * reading. The files are what is in the folder; labels are not needed and not read.
 */
public final class NabCommand implements Command {

    private static final String HEADING = "timestamp,value,anomaly_score";

    @Override
    public void run(String[] given) throws IOException {
        Arguments arguments = new Arguments(given, Set.of("data", "out", "mode", "detector"));
        Path data = Path.of(arguments.required("data")).resolve("data");
        Path out = Path.of(arguments.required("out"));
        Mode mode = Mode.named(arguments.text("mode", "strict"));
        Contender contender = Contender.named(arguments.text("detector", "baseline"));
        long readings = 0;
        long nanos = 0;
        List<Path> files = recordings(data);
        for (Path file : files) {
            Recording recording = Recording.read(file);
            Detector detector = contender.detector(recording, mode);
            double[] scores = new double[recording.rows().size()];
            long begin = cpuNanos();
            for (int i = 0; i < scores.length; i++) {
                Recording.Row row = recording.rows().get(i);
                scores[i] = detector.take(row.timeMillis(), row.value());
            }
            nanos += cpuNanos() - begin;
            readings += scores.length;
            write(out, data.relativize(file), contender, recording, scores);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %d files, %,d readings, %,d ns of CPU a reading, the JIT's warm-up included%n",
                contender.label(),
                mode.name().toLowerCase(Locale.ROOT),
                files.size(),
                readings,
                readings == 0 ? 0 : nanos / readings);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Path> recordings(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException("--data must be a folder with a folder data in it, no folder " + data);
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".csv") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path out, Path name, Contender contender, Recording recording, double[] scores)
            throws IOException {
        Path target = out.resolve(name).resolveSibling(contender.label() + "_" + name.getFileName());
        Files.createDirectories(target.toAbsolutePath().getParent());
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        for (int i = 0; i < scores.length; i++) {
            Recording.Row row = recording.rows().get(i);
            text.append(row.timestamp()).append(',').append(row.valueText()).append(',');
            text.append(scores[i]).append('\n');
        }
        Files.writeString(target, text);
    }
}
