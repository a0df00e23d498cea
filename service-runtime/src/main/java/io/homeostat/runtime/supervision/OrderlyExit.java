package io.homeostat.runtime.supervision;

import java.time.Duration;

/** Ends this process in order, and halts it if that takes too long. */
public final class OrderlyExit {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private OrderlyExit() {}

    /** Begins to exit with a code; answers at once. */
    public static void begin(int code) {
        start("exit", () -> System.exit(code));
        start("halt", () -> {
            try {
                Thread.sleep(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(code);
        });
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, "orderly-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
