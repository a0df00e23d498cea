package io.homeostat.localstack.processes;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a child's process. Its standard input stays open as long as the stack lives; its end tells the child that the
 * stack is gone.
 *
 * <p>A terminal sends Ctrl-C to the whole group of processes. The children do not hear it, so that the stack can end them
 * in order: a signal that a shell ignores stays ignored in what it becomes by {@code exec}.
 */
final class ChildCommand {

    private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP QUIT; exec \"$@\"";

    private ChildCommand() {}

    static Process start(ChildPlan plan) throws IOException {
        List<String> command = new ArrayList<>();
        if (new File("/bin/sh").canExecute()) {
            command.addAll(List.of("/bin/sh", "-c", DEAF_TO_THE_TERMINAL, plan.name()));
        }
        command.addAll(plan.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(plan.log().toFile()));
        builder.environment().putAll(plan.environment());
        return builder.start();
    }
}
