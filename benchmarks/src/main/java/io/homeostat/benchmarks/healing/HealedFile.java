package io.homeostat.benchmarks.healing;

import io.homeostat.benchmarks.healing.feed.Feed;
import io.homeostat.benchmarks.healing.feed.FeedRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes {@code healed.csv}: a row for each reading in the order in which they came, and one with the flag 9 for each that
 * never came and was filled in. Stateless.
 */
final class HealedFile {

    private static final String HEADING = "sensor,timestamp,value,flag,method,uncertainty\n";

    private HealedFile() {}

    /**
     * Writes it into a folder.
     *
     * @param stamps the text of a row's time stamp
     */
    static void write(Path folder, Treatment treatment, IntFunction<String> stamps) throws IOException {
        Files.createDirectories(folder);
        Feed feed = treatment.feed();
        List<Filled> fills = treatment.fills();
        int filled = 0;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("healed.csv"))) {
            out.write(HEADING);
            for (int i = 0; i < feed.rows().size(); i++) {
                FeedRow row = feed.rows().get(i);
                Outcome outcome = treatment.outcomes().get(i);
                while (filled < fills.size() && fills.get(filled).after() <= i) {
                    Filled each = fills.get(filled++);
                    String stamp = stamp(each.timeMillis(), stamps.apply(each.after()));
                    out.write(line(feed.sensors().get(each.sensor()).id(), stamp, each.outcome()));
                }
                if (outcome != null) {
                    out.write(line(feed.sensors().get(row.sensor()).id(), stamps.apply(i), outcome));
                }
            }
        }
    }

    /** A time in the form of the file's. */
    private static String stamp(long timeMillis, String like) {
        return like.contains("T") || like.contains(":")
                ? Instant.ofEpochMilli(timeMillis).toString()
                : Long.toString(timeMillis);
    }

    private static String line(String sensor, String stamp, Outcome outcome) {
        return sensor
                + ','
                + stamp
                + ','
                + text(outcome.value())
                + ','
                + outcome.flag()
                + ','
                + outcome.method()
                + ','
                + text(outcome.uncertainty())
                + '\n';
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
