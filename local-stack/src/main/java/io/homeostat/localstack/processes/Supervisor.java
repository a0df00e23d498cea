package io.homeostat.localstack.processes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stack's processes: the broker first, then the services side by side, and the other way round at the end.
 * Thread-safe. Closing it ends them all, each by SIGTERM and after a bound by SIGKILL.
 */
public final class Supervisor implements AutoCloseable {

    private static final Duration STOP_BOUND = Duration.ofSeconds(10);

    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Child broker;
    private final List<Child> services = new ArrayList<>();
    private boolean closed;

    /** Starts nothing yet. The services are ended in the order in which they are given. */
    public Supervisor(ChildPlan broker, List<ChildPlan> services, InstantSource clock, ChildListener listener) {
        for (ChildPlan plan : services) {
            Child child = new Child(plan, new BackOff(), clock, STOP_BOUND, listener);
            this.services.add(child);
            children.put(plan.name(), child);
        }
        this.broker = new Child(broker, new BackOff(), clock, STOP_BOUND, listener);
        children.put(this.broker.name(), this.broker);
    }

    /** Starts the broker and says whether it was ready within the bound. */
    public boolean startBroker(Duration bound) throws InterruptedException {
        startUnlessClosed(broker);
        return broker.awaitReady(bound);
    }

    /** Starts the services and says whether all were ready within the bound. */
    public boolean startServices(Duration bound) throws InterruptedException {
        services.forEach(this::startUnlessClosed);
        long deadline = System.nanoTime() + bound.toNanos();
        boolean all = true;
        for (Child service : services) {
            all &= service.awaitReady(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        return all;
    }

    /** The services, then the broker. */
    public List<ChildView> views() {
        return children.values().stream().map(Child::view).toList();
    }

    /**
     * Asks for a restart; empty if there is no such process, otherwise as it is known now.
     *
     * @param force to kill it at once, because it hears nothing
     */
    public Optional<ChildView> restart(String name, boolean force) {
        Child child = children.get(name);
        if (child == null) {
            return Optional.empty();
        }
        child.restart(force);
        return Optional.of(child.view());
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
        }
        for (Child service : services) {
            service.stop();
        }
        broker.stop();
    }

    private synchronized void startUnlessClosed(Child child) {
        if (!closed) {
            child.start();
        }
    }
}
