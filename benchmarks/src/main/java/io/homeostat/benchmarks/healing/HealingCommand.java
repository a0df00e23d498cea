package io.homeostat.benchmarks.healing;

import io.homeostat.benchmarks.Arguments;
import io.homeostat.benchmarks.Command;
import io.homeostat.benchmarks.healing.feed.FeedFiles;
import io.homeostat.benchmarks.healing.feed.TruthFile;
import io.homeostat.benchmarks.healing.fleet.Fleet;
import io.homeostat.benchmarks.healing.fleet.FleetPlan;
import io.homeostat.benchmarks.healing.fleet.Recordings;
import io.homeostat.benchmarks.healing.report.FileScore;
import io.homeostat.benchmarks.healing.report.ScoreTable;
import io.homeostat.benchmarks.healing.report.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures the corrected stream against the truth: of a simulated fleet, of NAB's real series with faults injected
 * ({@code --nab}), or of files ({@code --csv}). The core never sees the truth.
 */
public final class HealingCommand implements Command {

    private static final Set<String> KNOWN =
            Set.of("csv", "groups", "sensors", "truth", "seed", "seeds", "fleet", "nab", "out");

    @Override
    public void run(String[] given) throws IOException {
        Arguments arguments = new Arguments(given, KNOWN);
        Path out = Path.of(arguments.required("out"));
        String csv = arguments.text("csv");
        if (csv != null) {
            files(Path.of(csv), arguments, out);
            return;
        }
        long seed = arguments.number("seed", 11, 0);
        long seeds = arguments.number("seeds", 1, 1);
        String nab = arguments.text("nab");
        if (nab == null) {
            simulated(FleetPlan.named(arguments.text("fleet", "usual")), seed, seeds, out);
        } else {
            Scores scores = new Scores(1, 1);
            for (long each = seed; each < seed + seeds; each++) {
                scores.count(Treatment.of(Recordings.read(Path.of(nab), each)));
            }
            System.out.println(ScoreTable.of("NAB's real series, each a sensor alone", scores));
        }
    }

    private static void simulated(FleetPlan plan, long seed, long seeds, Path out) throws IOException {
        Scores many = new Scores(4, Integer.MAX_VALUE);
        Scores pairs = new Scores(2, 3);
        Scores alone = new Scores(1, 1);
        long nanos = 0;
        long rows = 0;
        for (long each = seed; each < seed + seeds; each++) {
            Treatment treatment = Treatment.of(Fleet.simulate(plan, each));
            many.count(treatment);
            pairs.count(treatment);
            alone.count(treatment);
            nanos += treatment.cpuNanos();
            rows += treatment.outcomes().size();
            HealedFile.write(
                    out.resolve("seed-" + each),
                    treatment,
                    row -> Instant.ofEpochMilli(treatment.feed().rows().get(row).timeMillis())
                            .toString());
        }
        System.out.println(ScoreTable.of("Groups of four and more", many));
        System.out.println(ScoreTable.of("Groups of two and three", pairs));
        System.out.println(ScoreTable.of("Sensors alone", alone));
        System.out.printf(Locale.ROOT, "%,d readings, %d ns of CPU each%n", rows, nanos / Math.max(1, rows));
    }

    private static void files(Path folder, Arguments arguments, Path out) throws IOException {
        FeedFiles.Read read = FeedFiles.read(folder, path(arguments.text("groups")), path(arguments.text("sensors")));
        Treatment treatment = Treatment.of(read.feed(), read.order());
        HealedFile.write(out, treatment, read.stamps()::get);
        String truth = arguments.text("truth");
        System.out.println(
                FileScore.of(treatment, truth == null ? TruthFile.unknown() : TruthFile.read(Path.of(truth))));
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
