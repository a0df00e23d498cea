package io.homeostat.runtime.chaos;

import io.homeostat.runtime.stream.RecordHook;
import java.util.concurrent.atomic.AtomicInteger;

/** At the next records, as many as ordered, something is thrown: an exception or an {@code Error}. */
final class Throwing implements Fault, RecordHook {

    private final String name;
    private final Runnable thrower;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();

    /**
     * Throws nothing yet.
     *
     * @param thrower throws whenever it runs
     */
    Throwing(String name, Runnable thrower) {
        this.name = name;
        this.thrower = thrower;
    }

    @Override
    public void beforeRecord() {
        if (left.get() > 0 && left.getAndDecrement() > 0) {
            struck.incrementAndGet();
            thrower.run();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin(FaultOrder order) {
        struck.set(0);
        left.set(order.timesOrOne());
    }

    @Override
    public void end() {
        left.set(0);
    }

    @Override
    public boolean isRunning() {
        return left.get() > 0;
    }

    @Override
    public long struck() {
        return struck.get();
    }
}
