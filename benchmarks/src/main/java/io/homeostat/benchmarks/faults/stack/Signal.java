package io.homeostat.benchmarks.faults.stack;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A signal that is sent to a process from outside. */
public enum Signal {
    /** Ends it at once. */
    KILL,
    /** Stops it where it stands. */
    STOP,
    /** Lets it go on. */
    CONT,
    /** Asks it to end. */
    TERM;

    /** Sends it; returns when it was sent. */
    public void send(long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("kill -%s %d must end within 5 s".formatted(name(), pid));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the program kill must be there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
