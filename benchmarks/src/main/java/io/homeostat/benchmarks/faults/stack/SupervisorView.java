package io.homeostat.benchmarks.faults.stack;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What local-stack says of its processes, asked fifteen times a second. Thread-safe. */
public final class SupervisorView implements AutoCloseable {

    private final Http http;
    private final URI processes;
    private final Map<String, ProcessView> newest = new ConcurrentHashMap<>();
    private final Map<String, ProcessHandle> handles = new ConcurrentHashMap<>();
    private final Map<String, ProcessView> before = new HashMap<>();
    private final Map<String, Long> noticedNanos = new HashMap<>();
    private final Polling polling;

    SupervisorView(Http http, URI supervisor) {
        this.http = http;
        this.processes = supervisor.resolve("/api/processes");
        this.polling = new Polling("processes", Duration.ofMillis(60), this::look);
    }

    private void look() {
        http.get(processes).ifPresent(answer -> {
            long now = System.nanoTime();
            for (JsonNode item : answer.path("items")) {
                take(ProcessView.of(item), now);
            }
        });
    }

    private synchronized void take(ProcessView view, long nowNanos) {
        newest.put(view.name(), view);
        ProcessHandle.of(view.pid()).ifPresent(handle -> handles.put(view.name() + "/" + view.pid(), handle));
        ProcessView old = before.get(view.name());
        if (old != null && (!view.isUp() || view.pid() != old.pid())) {
            noticedNanos.putIfAbsent(view.name(), nowNanos);
        }
    }

    /** What is noticed and restarted from now on counts. */
    public synchronized void mark() {
        before.clear();
        before.putAll(newest);
        noticedNanos.clear();
    }

    /** When the supervisor first said that something is wrong with a process, after the mark. */
    public synchronized Optional<Long> noticedNanos(String name) {
        return Optional.ofNullable(noticedNanos.get(name));
    }

    /** How often each process was started again since the mark; those that were not are not there. */
    public synchronized Map<String, Integer> restarts() {
        Map<String, Integer> restarts = new TreeMap<>();
        before.forEach((name, old) -> {
            ProcessView now = newest.getOrDefault(name, old);
            if (now.restarts() > old.restarts()) {
                restarts.put(name, now.restarts() - old.restarts());
            }
        });
        return restarts;
    }

    /** The process number of one that runs; empty while none does. */
    public Optional<Long> pid(String name) {
        return Optional.ofNullable(newest.get(name)).map(ProcessView::pid).filter(pid -> pid > 0);
    }

    /** Whether all four processes are ready. */
    public boolean isAllUp() {
        return newest.size() == 4 && newest.values().stream().allMatch(ProcessView::isUp);
    }

    /** The state of each process. */
    public Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        newest.forEach((name, view) -> states.put(name, view.state()));
        return states;
    }

    /** Every process that was ever seen. */
    Iterable<ProcessHandle> everSeen() {
        return handles.values();
    }

    @Override
    public void close() {
        polling.close();
    }
}
