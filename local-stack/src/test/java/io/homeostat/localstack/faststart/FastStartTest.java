package io.homeostat.localstack.faststart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastStartTest {

    @TempDir
    private Path folder;

    @Test
    void runsTheJarAsItIsUntilItIsPrepared() throws IOException {
        FastStart monitor = monitor("first");

        assertThat(monitor.isPrepared()).isFalse();
        assertThat(monitor.launch()).containsExactly("-jar", monitor.jar().toString());
    }

    @Test
    void runsFromTheLayoutOnceTheArchiveIsThere() throws IOException {
        FastStart monitor = monitor("first");
        Files.createDirectories(monitor.layout());
        Files.createFile(monitor.archive());

        assertThat(monitor.isPrepared()).isTrue();
        assertThat(monitor.launch())
                .containsExactly(
                        "-XX:SharedArchiveFile=" + monitor.archive(),
                        "-jar",
                        monitor.layout().resolve("monitor-service.jar").toString());
    }

    @Test
    void doesNotTakeTheArchiveOfAnotherBuild() throws IOException {
        FastStart monitor = monitor("first");
        Files.createDirectories(monitor.layout());
        Files.createFile(monitor.archive());

        assertThat(monitor("another build").isPrepared()).isFalse();
    }

    @Test
    void laysOutOnlyWhatSpringBootHasPackaged() throws IOException {
        assertThat(monitor("no jar at all").canBePrepared()).isFalse();
    }

    private FastStart monitor(String content) throws IOException {
        Path jar = Files.writeString(folder.resolve("monitor-service.jar"), content);
        return new FastStart(folder.resolve("fast-start"), jar);
    }
}
