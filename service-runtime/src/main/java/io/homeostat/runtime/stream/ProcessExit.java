package io.homeostat.runtime.stream;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this process with a code of its own, so that a supervisor which restarts only what failed restarts it: a clean
 * exit would be code 0. If the shutdown hooks hang, it halts.
 */
final class ProcessExit {

    /** The exit code of a process that was asked to go, so that it is started again. */
    static final int CODE = 70;

    private static final Logger log = LoggerFactory.getLogger(ProcessExit.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Begins to exit; answers at once. */
    void begin() {
        log.warn("Asked to exit: ends with code {}", CODE);
        start("exit", () -> System.exit(CODE));
        start("halt", () -> {
            try {
                Thread.sleep(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(CODE);
        });
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, "pipeline-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
