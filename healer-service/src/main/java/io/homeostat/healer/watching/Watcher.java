package io.homeostat.healer.watching;

import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source of signals, looked at again and again in a thread of its own, so that one that is slow delays no other.
 * Thread-safe.
 */
public abstract class Watcher {

    private static final Logger log = LoggerFactory.getLogger(Watcher.class);

    private final String name;
    private final Duration pause;
    private @Nullable Thread thread;

    protected Watcher(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** Looks once; may block, and must end soon after an interrupt. */
    protected abstract void look() throws InterruptedException;

    /** Gives back what it holds. */
    protected void release() {}

    /** Begins. */
    public synchronized void start() {
        Thread started = new Thread(this::run, "watch-" + name);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Ends soon. */
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookSafely();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException | InterruptException e) {
            log.debug("The watch {} ends", name);
        } finally {
            var unused = Thread.interrupted(); // a thread that is interrupted cannot close clients in order
            release();
        }
    }

    private void lookSafely() throws InterruptedException {
        try {
            look();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            release(); // made anew at the next look
            log.debug("The watch {} waits for Kafka", name, e);
        } catch (RuntimeException e) {
            log.warn("The watch {} failed and goes on", name, e);
        }
    }
}
