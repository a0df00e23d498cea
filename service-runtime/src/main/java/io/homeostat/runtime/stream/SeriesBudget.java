package io.homeostat.runtime.stream;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many series an instance may hold, counted over all its tasks. Thread-safe. */
public final class SeriesBudget {

    private final int max;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong corrupt = new AtomicLong();

    /** A budget of so many series. */
    public SeriesBudget(int max) {
        this.max = max;
    }

    /** Takes one from the budget, if there is one left. */
    boolean take() {
        if (taken.get() >= max) {
            return false;
        }
        taken.incrementAndGet();
        return true;
    }

    /** Takes what was restored, whatever is left: no state is thrown away. */
    void takeRestored(int count) {
        taken.addAndGet(count);
    }

    void giveBack(int count) {
        taken.addAndGet(-count);
    }

    void countCorrupt() {
        corrupt.incrementAndGet();
    }

    /** How many series are held. */
    public int taken() {
        return taken.get();
    }

    /** How many states could not be read when they were restored. */
    public long corrupt() {
        return corrupt.get();
    }
}
