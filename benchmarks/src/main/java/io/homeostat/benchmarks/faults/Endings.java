package io.homeostat.benchmarks.faults;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What must be ended, what was begun last first: when it is closed, or when the program is told to end, as by Ctrl-C,
 * whichever comes first. Thread-safe.
 */
final class Endings implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::end, "endings");

    Endings() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Takes one more. */
    synchronized <T extends AutoCloseable> T add(T ending) {
        open.push(ending);
        return ending;
    }

    /** Holds its lock, so that who comes second waits until all is over. */
    private synchronized void end() {
        while (!open.isEmpty()) {
            AutoCloseable one = open.pop();
            try {
                one.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                System.err.println("Could not be ended: " + e);
            }
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending already, and the hook has done it
        }
    }
}
