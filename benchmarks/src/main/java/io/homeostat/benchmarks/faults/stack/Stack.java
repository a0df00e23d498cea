package io.homeostat.benchmarks.faults.stack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A local-stack as shipped, in a process of its own, whose processes are looked at and signalled from outside. Closing it
 * ends all of them, also those that were stopped, and returns when they are gone.
 */
public final class Stack implements AutoCloseable {

    private static final Duration START_BOUND = Duration.ofMinutes(3);
    private static final Duration END_BOUND = Duration.ofSeconds(40);

    private final Site site;
    private final Process process;
    private final Http http = new Http();
    private final SupervisorView supervisor;
    private final HealerView healer;

    private Stack(Site site, Process process) {
        this.site = site;
        this.process = process;
        this.supervisor = new SupervisorView(http, at("stack", "/"));
        this.healer = new HealerView(http, at("healer", "/"), site.notWatched());
    }

    /** Starts it and returns at once. */
    public static Stack launch(Site site) throws IOException {
        Files.createDirectories(site.folder());
        ProcessBuilder builder = new ProcessBuilder(site.command())
                .directory(site.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        Redirect.to(site.folder().resolve("local-stack.log").toFile()));
        builder.environment().put("HOMEOSTAT_HEALING_MODE", "act");
        return new Stack(site, builder.start());
    }

    /** Returns when every process is ready and every target well. */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START_BOUND.toNanos();
        while (!supervisor.isAllUp() || !healer.sickTargets().isEmpty()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "local-stack ended with code %d, see %s".formatted(process.exitValue(), site.folder()));
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the stack must be well within %s of its start; processes %s, sick %s"
                        .formatted(START_BOUND, supervisor.states(), healer.sickTargets()));
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** Whether all processes are ready, all targets are well, and no incident is open. */
    public boolean isWell() {
        return supervisor.isAllUp()
                && !healer.isAnyOpen()
                && healer.sickTargets().isEmpty();
    }

    /** What is not well, for people. */
    public String complaint() {
        Map<String, String> states = supervisor.states();
        states.values().removeIf(state -> state.equals("UP"));
        return "processes %s, targets %s%s"
                .formatted(states, healer.sickTargets(), healer.isAnyOpen() ? ", an incident is open" : "");
    }

    public SupervisorView supervisor() {
        return supervisor;
    }

    public HealerView healer() {
        return healer;
    }

    /** Sends a signal to a process. */
    public void signal(String name, Signal signal) {
        signal.send(supervisor
                .pid(name)
                .orElseThrow(
                        () -> new IllegalStateException("%s must run to get the signal %s".formatted(name, signal))));
    }

    /** POSTs JSON to a service and gives the status, or -1. */
    public int post(String service, String path, String json) {
        return http.post(at(service, path), json);
    }

    /** Sends a DELETE to a service and gives the status, or -1. */
    public int delete(String service, String path) {
        return http.delete(at(service, path));
    }

    public String bootstrapServers() {
        return "localhost:" + site.port("kafka");
    }

    private URI at(String name, String path) {
        return URI.create("http://localhost:%d%s".formatted(site.port(name), path));
    }

    @Override
    public void close() {
        supervisor.close();
        healer.close();
        // What is stopped hears no other signal.
        supervisor.everSeen().forEach(handle -> {
            if (handle.isAlive()) {
                Signal.CONT.send(handle.pid());
            }
        });
        process.destroy();
        try {
            if (!process.waitFor(END_BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        supervisor.everSeen().forEach(ProcessHandle::destroyForcibly);
    }
}
