package io.homeostat.benchmarks.faults.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Does something again and again in a daemon thread of its own, with a pause in between. */
final class Polling implements AutoCloseable {

    private final Runnable look;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean closed;

    Polling(String name, Duration pause, Runnable look) {
        this.look = look;
        this.pause = pause;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed) {
            look.run();
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
