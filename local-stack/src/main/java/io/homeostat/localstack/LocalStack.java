package io.homeostat.localstack;

import io.homeostat.localstack.faststart.FastStarts;
import io.homeostat.localstack.plan.LocalStackProperties;
import io.homeostat.localstack.plan.StackPlan;
import io.homeostat.localstack.processes.Supervisor;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The order of things: Kafka, then the services, then the address of the dashboard; at the end the other way round. */
final class LocalStack implements AutoCloseable {

    private static final Duration BROKER_BOUND = Duration.ofMinutes(4);
    private static final Duration SERVICES_BOUND = Duration.ofSeconds(90);

    private final Supervisor supervisor;
    private final StackPlan plan;
    private final LocalStackProperties properties;
    private final int ownPort;
    private final StackConsole console;
    private final CompletableFuture<Boolean> running = new CompletableFuture<>();
    private @Nullable FastStarts fastStarts;
    private volatile boolean closed;

    LocalStack(
            Supervisor supervisor, StackPlan plan, LocalStackProperties properties, int ownPort, StackConsole console) {
        this.supervisor = supervisor;
        this.plan = plan;
        this.properties = properties;
        this.ownPort = ownPort;
        this.console = console;
    }

    /** Starts everything on a thread of its own. */
    void begin() {
        console.opening(properties.dataDir());
        Thread thread = new Thread(this::start, "local-stack");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when all is running, or was told to end; {@code false}: there is no Kafka, so that nothing can run. */
    boolean awaitRunning() {
        return running.join();
    }

    private void start() {
        try {
            if (!supervisor.startBroker(BROKER_BOUND)) {
                if (!closed) {
                    console.brokerFailed(plan.broker().log());
                }
                running.complete(closed);
                return;
            }
            boolean allReady = supervisor.startServices(SERVICES_BOUND);
            if (!closed) {
                console.running(page(properties.monitorPort()), page(ownPort), allReady);
            }
            running.complete(true);
            prepareFastStarts();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.complete(true);
        }
    }

    private synchronized void prepareFastStarts() {
        if (properties.fastStart() && !closed) {
            fastStarts = plan.fastStarts();
            fastStarts.prepare();
        }
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            if (fastStarts != null) {
                fastStarts.close();
            }
        }
        console.ending();
        supervisor.close();
    }

    private static URI page(int port) {
        return URI.create("http://localhost:" + port);
    }
}
