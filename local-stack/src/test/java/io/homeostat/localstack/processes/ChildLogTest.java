package io.homeostat.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildLogTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheLastRunsAside() throws IOException {
        Path file = folder.resolve("logs/monitor.log");
        ChildLog log = new ChildLog(file);
        for (int run = 1; run <= 5; run++) {
            log.rotate();
            Files.writeString(file, "run " + run);
        }

        assertThat(file).hasContent("run 5");
        assertThat(folder.resolve("logs/monitor.log.1")).hasContent("run 4");
        assertThat(folder.resolve("logs/monitor.log.3")).hasContent("run 2");
        assertThat(folder.resolve("logs/monitor.log.4")).doesNotExist();
    }

    @Test
    void cutsWhatIsTooLargeUnderTheWritersHands() throws IOException {
        Path file = folder.resolve("monitor.log");
        ChildLog log = new ChildLog(file);
        try (OutputStream child = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            child.write(new byte[(int) ChildLog.MAX_BYTES]);
            log.bound();
            assertThat(file).hasSize(ChildLog.MAX_BYTES);

            child.write('a');
            log.bound();
            child.write('b');
        }

        assertThat(file).hasContent("b");
        assertThat(folder.resolve("monitor.log.1")).hasSize(ChildLog.MAX_BYTES + 1);
    }
}
