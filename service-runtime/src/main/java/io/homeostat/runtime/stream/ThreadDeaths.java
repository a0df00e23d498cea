package io.homeostat.runtime.stream;

import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when a stream thread dies, be it of an exception or of an {@code Error}: it is replaced within a budget,
 * and the pipeline stops when that is spent. Where memory ran out, the process ends: a new thread would have as little,
 * and what other threads have lost meanwhile is not known. Thread-safe.
 */
final class ThreadDeaths implements StreamsUncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ThreadDeaths.class);

    private final String stream;
    private final ThreadBudget budget;
    private final ThreadFailures failures;
    private final Runnable endProcess;
    private final Queue<String> replaced = new ConcurrentLinkedQueue<>();
    private volatile String whyItStopped = "";

    /**
     * None has died yet.
     *
     * @param endProcess ends this process without asking anybody
     */
    ThreadDeaths(String stream, Clock clock, Runnable endProcess) {
        this.stream = stream;
        this.budget = new ThreadBudget(clock);
        this.failures = new ThreadFailures(clock);
        this.endProcess = endProcess;
    }

    /** How often one may be replaced, also on order. */
    ThreadBudget budget() {
        return budget;
    }

    /** Those of the last minutes. */
    ThreadFailures failures() {
        return failures;
    }

    /** The name of a thread that died and was replaced, each once; {@code null} if there is none. */
    @Nullable
    String nextReplaced() {
        return replaced.poll();
    }

    /** Why the pipeline stops, in a sentence; empty as long as it does not. */
    String whyItStopped() {
        return whyItStopped;
    }

    /** The pipeline begins another life. */
    void forgetWhy() {
        whyItStopped = "";
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (isOutOfMemory(failure)) {
            endProcess.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        failures.note(failure);
        if (budget.mayReplace()) {
            log.error("A thread of stream {} died and is replaced", stream, failure);
            // Kafka Streams asks in the thread that dies
            replaced.add(Thread.currentThread().getName());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        whyItStopped = "its threads died too often: " + failure;
        log.error("A thread of stream {} died, too many did: the pipeline stops", stream, failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isOutOfMemory(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }
}
