package io.homeostat.endtoend;

import io.homeostat.fixtures.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One of the seed's scripts, running with another broker's address and nothing else changed. Not thread-safe. */
final class PythonScript implements AutoCloseable {

    private final Path output;
    private final Process process;

    private PythonScript(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    static PythonScript start(String name, String bootstrapServers, Path folder) throws IOException {
        Path output = folder.resolve(name + ".out");
        Path script = Path.of("src/test/resources/seed").resolve(name).toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(
                        Tools.requirePythonWithKafka().toString(), script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("BOOTSTRAP", bootstrapServers);
        return new PythonScript(output, builder.start());
    }

    /** What it has printed so far. */
    List<String> printed() {
        try {
            return Files.readAllLines(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + output, e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
