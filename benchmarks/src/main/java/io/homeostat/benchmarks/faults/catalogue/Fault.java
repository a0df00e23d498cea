package io.homeostat.benchmarks.faults.catalogue;

import java.util.function.Supplier;

/**
 * One row of the matrix. Immutable.
 *
 * @param name by which it is chosen on the command line
 * @param title what is done, for people
 * @param origin from where it comes
 * @param injection does it
 * @param lasting how long its cause is there
 * @param expectation the right answer
 */
public record Fault(
        String name,
        String title,
        Origin origin,
        Supplier<Injection> injection,
        Lasting lasting,
        Expectation expectation) {

    /** From where a fault comes. */
    public enum Origin {
        /** A signal to a process. */
        SIGNAL,
        /** What happens on a socket, or by what is sent to one. */
        SOCKET,
        /** A file, or the disk below it. */
        FILE_SYSTEM,
        /** From inside the service, by its {@code /actuator/chaos}. */
        INSIDE;

        /** For people. */
        public String label() {
            return switch (this) {
                case SIGNAL -> "signal";
                case SOCKET -> "socket";
                case FILE_SYSTEM -> "file system";
                case INSIDE -> "inside";
            };
        }
    }

    public Fault {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a fault's name must be words joined by dashes, was \"" + name + "\"");
        }
    }
}
