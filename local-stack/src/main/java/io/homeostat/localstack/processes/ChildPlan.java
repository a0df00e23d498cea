package io.homeostat.localstack.processes;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a child process is started, and how it is asked whether it is ready. Immutable.
 *
 * @param name among the stack's processes
 * @param title for people
 * @param port where it will answer
 * @param address the same for people
 * @param commandLine gives the whole command line, at each start anew
 * @param environment on top of the stack's own
 * @param log where its output goes
 * @param ready asked about once a second; must answer within a few seconds
 * @param alive asked as often, of a child that nobody else looks after: one that is silent for long is killed and started
 *     again; {@code null} of the others
 */
public record ChildPlan(
        String name,
        String title,
        int port,
        URI address,
        Supplier<List<String>> commandLine,
        Map<String, String> environment,
        Path log,
        BooleanSupplier ready,
        @Nullable BooleanSupplier alive) {

    public ChildPlan {
        environment = Map.copyOf(environment);
    }

    /** The command line of a start now. */
    public List<String> command() {
        return commandLine.get();
    }
}
