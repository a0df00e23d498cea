package io.homeostat.localstack.processes;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a child process at one moment. Immutable.
 *
 * @param name among the stack's processes
 * @param pid the system's number for it; {@code null} while none runs
 * @param state where it stands
 * @param since when it came to that state
 * @param port where it answers
 * @param address the same for people: a page's address, or host and port
 * @param restarts how often it was started again since the stack's start
 * @param lastExitCode of the life before; above 128: killed by the signal of the rest; {@code null}: none has ended
 * @param lastEndAsked whether the life before ended because that was asked for, whatever its exit code
 * @param log the file with its output
 */
public record ChildView(
        String name,
        @Nullable Long pid,
        ChildState state,
        Instant since,
        int port,
        URI address,
        int restarts,
        @Nullable Integer lastExitCode,
        boolean lastEndAsked,
        String log) {}
