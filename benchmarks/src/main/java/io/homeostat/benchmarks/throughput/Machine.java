package io.homeostat.benchmarks.throughput;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a table was measured on, without which its figures say nothing. */
final class Machine {

    private Machine() {}

    static String describe(Plan plan, double loadBefore) {
        return String.format(
                Locale.ROOT,
                "%,d readings of about 70 bytes, 1,000 sensors, 2.2 %% above 30; one run, one broker on the same machine:"
                        + " %d cores of %s, Java %s, Kafka %s, each job with %s; peers commit every %d ms; load average before the run %.1f; %s.",
                plan.readings(),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("java.version"),
                AppInfoParser.getVersion(),
                String.join(" ", plan.jvmOptions()),
                plan.commitInterval().toMillis(),
                loadBefore,
                LocalDate.now(ZoneOffset.UTC));
    }

    /** How many threads wanted a core in the last minute: above the number of cores the figures are of a busy machine. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
