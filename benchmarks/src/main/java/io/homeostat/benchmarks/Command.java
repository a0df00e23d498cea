package io.homeostat.benchmarks;

/** One of the things that the program can do. */
@FunctionalInterface
public interface Command {

    /**
     * Does it, to its end.
     *
     * @throws IllegalArgumentException if an argument is not allowed; the message is a sentence for the user
     */
    void run(String[] arguments) throws Exception;
}
