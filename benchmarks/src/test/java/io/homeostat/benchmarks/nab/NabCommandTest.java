package io.homeostat.benchmarks.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NabCommandTest {

    private static final String HEADING = "timestamp,value,anomaly_score\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "ewma", "rcf"})
    void scoresEachRowOfAnyFolder(String detector) throws IOException {
        write("plant/boiler.csv", "timestamp,value\n2026-01-05 00:00:00,20.5\n2026-01-05 00:10:00,no number\n");
        write("plant/empty.csv", "");
        write("plant/deeper/heading.csv", "timestamp,value\n");
        run("--detector", detector, "--mode", "ranged");
        assertThat(result("plant/" + detector + "_boiler.csv").lines())
                .containsExactly(
                        "timestamp,value,anomaly_score",
                        "2026-01-05 00:00:00,20.5,0.0",
                        "2026-01-05 00:10:00,no number,0.0");
        assertThat(result("plant/" + detector + "_empty.csv")).isEqualTo(HEADING);
        assertThat(result("plant/deeper/" + detector + "_heading.csv")).isEqualTo(HEADING);
    }

    @Test
    void saysWhichTimeCannotBeRead() throws IOException {
        write("plant/boiler.csv", "timestamp,value\nyesterday,20\n");
        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("boiler.csv line 2 must be like 2014-04-10 07:15:00, was \"yesterday\"");
    }

    @Test
    void refusesAnUnknownDetector() {
        assertThatThrownBy(() -> run("--detector", "oracle"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--detector must be one of [baseline, ewma, rcf], was \"oracle\"");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("in/data").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String result(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    private void run(String... more) throws IOException {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "--data";
        arguments[1] = folder.resolve("in").toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        new NabCommand().run(arguments);
    }
}
