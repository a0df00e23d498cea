package io.homeostat.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a table was measured on, without which its figures say nothing. */
public final class Machine {

    private Machine() {}

    /** The cores, the Java and the Kafka, as words. */
    public static String words() {
        return String.format(
                Locale.ROOT,
                "%d cores of %s, Java %s, Kafka %s",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("java.version"),
                AppInfoParser.getVersion());
    }

    /** How many threads wanted a core in the last minute: above the number of cores the figures are of a busy machine. */
    public static double load() {
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
