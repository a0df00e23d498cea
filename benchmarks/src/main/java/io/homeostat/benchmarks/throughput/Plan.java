package io.homeostat.benchmarks.throughput;

import io.homeostat.benchmarks.Arguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and how long. Immutable.
 *
 * @param readings how many readings are loaded
 * @param latencyTime how long breaches are sent at each rate, of which the first third is discarded
 * @param bound how long one job may take for the readings
 * @param commitInterval of the peers; the services keep their own
 * @param jvmOptions of every job, the same for all
 * @param contenders the jobs
 * @param monitorJar the monitor as shipped
 * @param healerJar the healer as shipped
 * @param out where the table is written, Markdown or, ending in {@code .csv}, CSV; {@code null}: only printed
 */
record Plan(
        long readings,
        Duration latencyTime,
        Duration bound,
        Duration commitInterval,
        List<String> jvmOptions,
        Set<Contender> contenders,
        Path monitorJar,
        Path healerJar,
        @Nullable Path out) {

    private static final Set<String> KNOWN = Set.of(
            "readings", "seconds", "bound-seconds", "commit-ms", "jvm", "only", "monitor-jar", "healer-jar", "out");

    static Plan of(String[] arguments) {
        Arguments given = new Arguments(arguments, KNOWN);
        String out = given.text("out");
        return new Plan(
                given.number("readings", 3_000_000, 1_000),
                Duration.ofSeconds(given.number("seconds", 60, 0)),
                Duration.ofSeconds(given.number("bound-seconds", 240, 1)),
                Duration.ofMillis(given.number("commit-ms", 20, 1)),
                List.of(given.text("jvm", "-Xmx1g -XX:+UseParallelGC").split(" ")),
                contenders(given.text("only")),
                jar(given, "monitor-jar", "monitor-service"),
                jar(given, "healer-jar", "healer-service"),
                out == null ? null : Path.of(out));
    }

    private static Set<Contender> contenders(@Nullable String only) {
        if (only == null) {
            return Arrays.stream(Contender.values())
                    .filter(Contender::isUsual)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Contender.class)));
        }
        Set<Contender> chosen = EnumSet.noneOf(Contender.class);
        for (String name : only.split(",", -1)) {
            chosen.add(Arrays.stream(Contender.values())
                    .filter(contender -> contender.letter().equals(name)
                            || contender.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--only must be a list of letters of the table, a to j and c2, such as a,c,d, was \"" + only
                                    + "\"")));
        }
        return chosen;
    }

    /** A service's jar, found from where this program's own lies: {@code benchmarks/target}. */
    private static Path jar(Arguments given, String option, String module) {
        String path = given.text(option);
        if (path != null) {
            return Path.of(path);
        }
        Path here = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        Path modules = here.resolve("../../..").normalize();
        return modules.resolve(module).resolve("target").resolve(module + ".jar");
    }
}
