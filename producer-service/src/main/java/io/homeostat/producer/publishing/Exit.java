package io.homeostat.producer.publishing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process in order, and without order when its shutdown hooks hang. */
final class Exit implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Exit.class);

    /** Not 0, which a supervisor that restarts on failure would take for a wish to stay down. */
    private static final int CODE = 70;

    private static final Duration GRACE = Duration.ofSeconds(5);

    @Override
    public void run() {
        log.info("Asked to exit");
        start("exit-halt", () -> {
            long until = System.nanoTime() + GRACE.toNanos();
            for (long left = GRACE.toNanos(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Runtime.getRuntime().halt(CODE);
        });
        start("exit", () -> System.exit(CODE));
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
