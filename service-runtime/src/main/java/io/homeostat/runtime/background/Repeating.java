package io.homeostat.runtime.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something that is done again and again on one thread of its own while the service runs. A failure is logged and ends
 * nothing. Starting and stopping are thread-safe.
 */
public abstract class Repeating implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Repeating.class);

    private final String name;
    private final Duration interval;
    private @Nullable ScheduledExecutorService executor;

    /**
     * Not started yet.
     *
     * @param name of the thread
     * @param interval between the end of one time and the beginning of the next, in whole milliseconds
     */
    protected Repeating(String name, Duration interval) {
        this.name = name;
        this.interval = interval;
    }

    /** Does it once; interrupted when the service stops. */
    protected abstract void repeat();

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        var unused = started.scheduleWithFixedDelay(this::repeatSafely, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void repeatSafely() {
        try {
            repeat();
        } catch (RuntimeException e) {
            log.error("{} failed and will be tried again in {}", name, interval, e);
        }
    }
}
