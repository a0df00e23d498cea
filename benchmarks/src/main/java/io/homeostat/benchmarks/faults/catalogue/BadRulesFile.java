package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Signal;
import io.homeostat.benchmarks.faults.stack.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Somebody breaks the monitor's rules file, which nobody notices until its process ends and cannot start any more. */
final class BadRulesFile implements Injection {

    private static final String GOOD = """
            - id: temperature-high
              stream: temperature
              sensors: "*"
              severity: warning
              when: {kind: threshold, above: 30}
              for: PT0S
              clear: {below: 30, for: PT0S}
              correct: {method: clamp}
            """;

    private @Nullable Path file;

    @Override
    public void prepare(Site site) throws IOException {
        file = Files.createDirectories(site.folder()).resolve("rules.yml");
        Files.writeString(file(), GOOD);
        site.argument("monitor", "--homeostat.rules.file=" + file);
    }

    @Override
    public void inject(Stage stage) throws IOException {
        Files.writeString(file(), GOOD.replace("above: 30", "above: warm"));
        stage.stack().signal("monitor", Signal.KILL);
    }

    @Override
    public void end(Stage stage) throws IOException {
        Files.writeString(file(), GOOD);
    }

    private Path file() {
        Path made = file;
        if (made == null) {
            throw new IllegalStateException("the file must be made before the stack");
        }
        return made;
    }
}
