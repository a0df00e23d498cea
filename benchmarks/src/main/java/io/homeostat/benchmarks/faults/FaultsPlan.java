package io.homeostat.benchmarks.faults;

import io.homeostat.benchmarks.Arguments;
import io.homeostat.benchmarks.faults.catalogue.Catalogue;
import io.homeostat.benchmarks.faults.catalogue.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and how often. Immutable.
 *
 * @param faults in the order of the table
 * @param repeats of each
 * @param rate readings a second
 * @param bound how long a stack may take until it is well again
 * @param modules the folder in which the modules' {@code target} folders lie
 * @param from CSV files of runs before, whose lines stand in the table too
 * @param out where the table is written, Markdown or, ending in {@code .csv}, CSV; {@code null}: only printed
 * @param strict whether the program fails if one answer was wrong, as a build's check
 */
record FaultsPlan(
        List<Fault> faults,
        int repeats,
        int rate,
        Duration bound,
        Path modules,
        List<Path> from,
        @Nullable Path out,
        boolean strict) {

    private static final Set<String> KNOWN =
            Set.of("repeat", "only", "out", "rate", "bound-seconds", "modules", "from", "strict");

    static FaultsPlan of(String[] arguments) {
        Arguments given = new Arguments(arguments, KNOWN);
        String out = given.text("out");
        String only = given.text("only");
        String from = given.text("from");
        return new FaultsPlan(
                only == null ? Catalogue.all() : only.equals("none") ? List.of() : Catalogue.named(only),
                (int) given.number("repeat", 1, 1),
                (int) given.number("rate", 2_000, 100),
                Duration.ofSeconds(given.number("bound-seconds", 180, 10)),
                modules(given.text("modules")),
                from == null
                        ? List.of()
                        : Arrays.stream(from.split(",", -1)).map(Path::of).toList(),
                out == null ? null : Path.of(out),
                Boolean.parseBoolean(given.text("strict", "false")));
    }

    /** Found from where this program's own jar lies: {@code benchmarks/target}. */
    static Path modules(@Nullable String named) {
        return named != null
                ? Path.of(named).toAbsolutePath()
                : Path.of(System.getProperty("java.class.path"))
                        .toAbsolutePath()
                        .resolve("../../..")
                        .normalize();
    }
}
