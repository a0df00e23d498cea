package io.homeostat.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;

/** Threads that want the cores for themselves, as somebody's build beside the stack does, until it is closed. Thread-safe. */
final class Load implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;
    private volatile double sink;

    /** Begins to burn. */
    Load(int count) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::burn, "load-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    int threads() {
        return threads.size();
    }

    private void burn() {
        double value = 1;
        while (!closed) {
            for (int i = 0; i < 100_000; i++) {
                value = Math.sqrt(value + i);
            }
            sink = value;
        }
    }

    /** What was reckoned in vain, so that no compiler leaves it out. */
    double sink() {
        return sink;
    }

    @Override
    public void close() {
        closed = true;
    }
}
