package io.homeostat.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A broker that runs as a child process. Not thread-safe. Closing it sends SIGTERM, and SIGKILL after ten seconds. */
public final class LaunchedBroker implements AutoCloseable {

    private static final Duration STOP_BOUND = Duration.ofSeconds(10);

    private final Process process;
    private final BrokerSettings settings;
    private final Path logFile;

    LaunchedBroker(Process process, BrokerSettings settings, Path logFile) {
        this.process = process;
        this.settings = settings;
        this.logFile = logFile;
    }

    public Process process() {
        return process;
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** Waits until the broker answers. */
    public LaunchedBroker awaitReady(Duration bound) {
        BrokerReadiness readiness = new BrokerReadiness(settings.port());
        long deadline = System.nanoTime() + bound.toNanos();
        while (!readiness.answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the broker ended with code %d before it answered, see %s"
                        .formatted(process.exitValue(), logFile));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the broker must answer within %s on port %d, see %s"
                        .formatted(bound, settings.port(), logFile));
            }
            pause();
        }
        return this;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        waitFor(STOP_BOUND);
    }

    @Override
    public void close() {
        process.destroy();
        if (!waitFor(STOP_BOUND)) {
            kill();
        }
    }

    private boolean waitFor(Duration bound) {
        try {
            return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", e);
        }
    }
}
