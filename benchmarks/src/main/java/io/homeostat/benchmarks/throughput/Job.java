package io.homeostat.benchmarks.throughput;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender's process, looked at from outside. Closing it sends SIGTERM, and SIGKILL after fifteen seconds. */
final class Job implements AutoCloseable {

    private static final int STOP_SECONDS = 15;

    private final Process process;
    private final Path logFile;
    private final long startedNanos = System.nanoTime();

    private Job(Process process, Path logFile) {
        this.process = process;
        this.logFile = logFile;
    }

    static Job start(List<String> command, Path folder, Path logFile) throws IOException {
        Files.createDirectories(folder);
        return new Job(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(logFile.toFile()))
                        .start(),
                logFile);
    }

    long startedNanos() {
        return startedNanos;
    }

    /** Its processor time so far, of all threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory that it had resident, 0 where the system does not say. */
    long peakMemoryBytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Throws if it is not alive any more. */
    void check() {
        if (!process.isAlive()) {
            throw new IllegalStateException("ended with code %d, see %s".formatted(process.exitValue(), logFile));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
