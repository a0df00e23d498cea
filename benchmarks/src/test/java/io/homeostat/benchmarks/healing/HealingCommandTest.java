package io.homeostat.benchmarks.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealingCommandTest {

    private static final long BASE_MILLIS = 1_767_571_200_000L;
    private static final int MINUTES = 600;

    @TempDir
    Path folder;

    private final StringBuilder readings = new StringBuilder("sensor,timestamp,value\n");
    private final StringBuilder truth = new StringBuilder("sensor,timestamp,value\n");

    @BeforeEach
    void make() throws IOException {
        Random random = new Random(1);
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int sensor = 0; sensor < 4; sensor++) {
                double was = 20 + sensor + Math.sin(minute / 60.0);
                String stamp =
                        Instant.ofEpochMilli(BASE_MILLIS + minute * 60_000L).toString();
                String row = "s" + sensor + "," + stamp + ",";
                truth.append(row).append(was).append('\n');
                double shown = was + 0.1 * random.nextGaussian();
                if (sensor == 1 && minute >= 400 && minute < 420) {
                    continue;
                }
                boolean spike = sensor == 2 && minute == 500;
                readings.append(row)
                        .append(spike ? "60" : Double.toString(shown))
                        .append('\n');
            }
        }
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/all.csv"), readings);
        Files.writeString(folder.resolve("truth.csv"), truth);
        Files.writeString(folder.resolve("groups.csv"), "sensor,group\ns0,hall\ns1,hall\ns2,hall\ns3,hall\n");
        Files.writeString(
                folder.resolve("sensors.csv"),
                "sensor,unit,min,max,interval\ns0,°C,-40,85,60\ns1,°C,,,60\ns2,,,,\ns3,°C,-40,85,\n");
    }

    @Test
    void writesARowForEachReadingInTheirOrderAndOneForEachFilledIn() throws IOException {
        run("--truth", folder.resolve("truth.csv").toString());
        List<String> healed = healed();
        assertThat(healed.get(0)).isEqualTo("sensor,timestamp,value,flag,method,uncertainty");
        assertThat(healed.stream()
                        .skip(1)
                        .filter(row -> !row.split(",")[3].equals("9"))
                        .map(HealingCommandTest::key))
                .containsExactlyElementsOf(readings.toString()
                        .lines()
                        .skip(1)
                        .map(HealingCommandTest::key)
                        .toList());
        assertThat(healed.stream().filter(row -> row.contains(",9,")).map(HealingCommandTest::key))
                .hasSize(20)
                .allMatch(key -> key.startsWith("s1,"))
                .doesNotHaveDuplicates();
        assertThat(healed.stream().filter(row -> row.startsWith("s2,2026-01-05T08:20:00Z")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.split(",")[3]).isEqualTo("4");
                    assertThat(Double.parseDouble(row.split(",")[2])).isBetween(21.5, 23.5);
                });
    }

    @Test
    void correctsTheSameWithoutTheTruth() throws IOException {
        run("--truth", folder.resolve("truth.csv").toString());
        List<String> with = healed();
        run();
        assertThat(healed()).isEqualTo(with);
    }

    @Test
    void takesAFileASensorAsWellAsOneForAll() throws IOException {
        run();
        List<String> together = healed();
        Files.delete(folder.resolve("in/all.csv"));
        for (int sensor = 0; sensor < 4; sensor++) {
            String id = "s" + sensor + ",";
            Files.writeString(
                    folder.resolve("in/s" + sensor + ".csv"),
                    "sensor,timestamp,value\n"
                            + String.join(
                                    "\n",
                                    readings.toString()
                                            .lines()
                                            .filter(row -> row.startsWith(id))
                                            .toList()));
        }
        run();
        assertThat(healed()).containsExactlyInAnyOrderElementsOf(together);
    }

    @Test
    void saysWhichTimeCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("in/all.csv"), "sensor,timestamp,value\ns0,yesterday,20\n");
        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("must be ISO-8601 with an offset or epoch milliseconds, was \"yesterday\"");
    }

    @Test
    void saysWhichHeaderIsWanted() throws IOException {
        Files.writeString(folder.resolve("in/all.csv"), "time,value\n");
        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("must begin with sensor,timestamp,value, was \"time,value\"");
    }

    private static String key(String row) {
        return row.split(",")[0] + "," + row.split(",")[1];
    }

    private List<String> healed() throws IOException {
        return Files.readAllLines(folder.resolve("out/healed.csv"));
    }

    private void run(String... more) throws IOException {
        String[] arguments = new String[8 + more.length];
        List<String> given = List.of(
                "--csv",
                folder.resolve("in").toString(),
                "--groups",
                folder.resolve("groups.csv").toString(),
                "--sensors",
                folder.resolve("sensors.csv").toString(),
                "--out",
                folder.resolve("out").toString());
        for (int i = 0; i < given.size(); i++) {
            arguments[i] = given.get(i);
        }
        System.arraycopy(more, 0, arguments, 8, more.length);
        new HealingCommand().run(arguments);
    }
}
