package io.homeostat.producer.simulation;

import io.homeostat.producer.publishing.Delivery;
import io.homeostat.producer.publishing.Publisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running simulation: a thread that publishes its readings when they are due. */
final class Simulation {

    private static final Logger log = LoggerFactory.getLogger(Simulation.class);

    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);

    private final String id;
    private final SimulationPlan plan;
    private final Clock clock;
    private final Instant startedAt;
    private final Delivery delivery = Delivery.unbounded();
    private final SimulatedReadings readings;
    private final Thread thread;
    private volatile boolean ended;

    Simulation(String id, SimulationPlan plan, Publisher publisher, Clock clock) {
        this.id = id;
        this.plan = plan;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.readings = new SimulatedReadings(id, plan, publisher, delivery);
        this.thread = new Thread(this::run, "simulation-" + id);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends it, waiting a moment for its thread. */
    void stop() throws InterruptedException {
        ended = true;
        thread.interrupt();
        thread.join(END_PATIENCE.toMillis());
    }

    InjectedFault inject(FaultOrder order) {
        return readings.inject(order, clock.millis());
    }

    List<FaultView> faults() {
        List<FaultView> views = new ArrayList<>();
        readings.faults().forEach(fault -> views.add(view(fault)));
        return views;
    }

    FaultView view(InjectedFault fault) {
        return FaultView.of(fault, readings.sensorId(fault.sensor()));
    }

    SimulationView view() {
        return new SimulationView(
                id,
                plan.scenario(),
                plan.stream().stream(),
                plan.sensors(),
                plan.rate(),
                plan.seed(),
                plan.faults().meanInterval(),
                thread.isAlive() ? "RUNNING" : "ENDED",
                startedAt,
                delivery.sentCount(),
                delivery.acknowledgedCount(),
                delivery.failedCount(),
                faults().size());
    }

    private void run() {
        try {
            publishUntilEnded();
        } catch (InterruptedException e) {
            log.debug("Simulation {} was interrupted", id);
        } catch (RuntimeException e) {
            log.error("Simulation {} failed", id, e);
        }
        try {
            boolean unused = Thread.interrupted();
            readings.end(clock.millis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishUntilEnded() throws InterruptedException {
        long startNanos = System.nanoTime();
        Pacer pacer = new Pacer(plan.rate(), startNanos);
        long next = 0;
        while (!ended) {
            long now = System.nanoTime();
            pacer.forgive(next, now);
            for (long due = pacer.dueBy(now); next < due && !ended; next++) {
                long sinceStart = pacer.dueNanos(next) - startNanos;
                readings.emit(next, startedAt.toEpochMilli() + TimeUnit.NANOSECONDS.toMillis(sinceStart));
            }
            LockSupport.parkNanos(Math.max(SHORTEST_PAUSE_NANOS, pacer.dueNanos(next) - System.nanoTime()));
        }
    }
}
