package io.homeostat.runtime.chaos;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault that a thread of its own brings about: it takes something and keeps hold of it until the end. */
abstract class BackgroundFault implements Fault {

    private static final Logger log = LoggerFactory.getLogger(BackgroundFault.class);

    private final String name;
    private final AtomicLong struck = new AtomicLong();
    private @Nullable Thread thread;

    BackgroundFault(String name) {
        this.name = name;
    }

    /** Takes, waits for the end of the time or an interrupt, and gives back. */
    abstract void takeAndHold(FaultOrder order, Span span) throws Exception;

    /** Says that it has taken so much more. */
    final void took(long more) {
        struck.addAndGet(more);
    }

    /** Waits for the end of the time. */
    static void hold(Span span) throws InterruptedException {
        while (!span.isOver()) {
            Thread.sleep(Math.min(1_000, 1 + span.leftNanos() / 1_000_000));
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public synchronized void begin(FaultOrder order) {
        end();
        struck.set(0);
        Span span = order.span();
        Thread started = new Thread(() -> run(order, span), name);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void run(FaultOrder order, Span span) {
        try {
            takeAndHold(order, span);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.warn("The fault {} ends early", name, e);
        }
    }

    /** Ends it, and waits a little until it has given back what it took. */
    @Override
    public synchronized void end() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    @Override
    public final long struck() {
        return struck.get();
    }
}
