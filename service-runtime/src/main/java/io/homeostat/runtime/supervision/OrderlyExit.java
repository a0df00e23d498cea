package io.homeostat.runtime.supervision;

import java.time.Duration;

/** Ends this process in order, and halts it if that takes too long. */
public final class OrderlyExit {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * The exit code of a process that was asked to go, so that it is started again: a supervisor that restarts only what
     * failed takes 0 for a wish to stay down.
     */
    public static final int ASKED_TO_EXIT = 70;

    /** The exit code of a process whose own watchdog saw its pipeline stand still. */
    public static final int STANDS_STILL = 72;

    /** What the virtual machine's own {@code -XX:+ExitOnOutOfMemoryError} exits with. */
    private static final int OUT_OF_MEMORY = 3;

    private OrderlyExit() {}

    /** Ends this process on the spot: without memory, no order is to be had. */
    public static void haltOutOfMemory() {
        Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }

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
