package io.homeostat.localstack.processes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a child process went through, and how long it must wait for its next start. Driven from outside. Thread-safe. */
final class ChildLife {

    private final ChildPlan plan;
    private final BackOff backOff;
    private final InstantSource clock;

    private ChildState state = ChildState.WAITING;
    private Instant since;
    private int starts;
    private @Nullable Instant startedAt;
    private @Nullable Long pid;
    private @Nullable Integer lastExitCode;
    private boolean lastEndAsked;

    ChildLife(ChildPlan plan, BackOff backOff, InstantSource clock) {
        this.plan = plan;
        this.backOff = backOff;
        this.clock = clock;
        this.since = clock.instant();
    }

    synchronized void started(long newPid) {
        starts++;
        pid = newPid;
        startedAt = clock.instant();
        become(ChildState.STARTING);
    }

    /** Takes its answer to the question whether it is ready, and gives the time to it if that is the first in this life. */
    synchronized @Nullable Duration answered(boolean ready) {
        if (state == ChildState.STOPPING) {
            return null;
        }
        if (!ready) {
            if (state == ChildState.UP) {
                become(ChildState.UNHEALTHY);
            }
            return null;
        }
        boolean first = state == ChildState.STARTING;
        if (state != ChildState.UP) {
            become(ChildState.UP);
        }
        return first && startedAt != null ? Duration.between(startedAt, since) : null;
    }

    synchronized void stopping() {
        become(ChildState.STOPPING);
    }

    /** It ended by itself; gives the wait before its next start. */
    synchronized Duration ended(int exitCode) {
        Duration healthyFor = state == ChildState.UP ? Duration.between(since, clock.instant()) : Duration.ZERO;
        gone(exitCode, false);
        become(ChildState.BACKING_OFF);
        return backOff.afterEnd(healthyFor);
    }

    /** It ended because it was told to; another start follows at once. */
    synchronized void endedForRestart(int exitCode) {
        gone(exitCode, true);
        backOff.reset();
    }

    /** Its next start was asked for while it waited. */
    synchronized void calledBack() {
        backOff.reset();
    }

    /** It ended, or never ran, and stays so. */
    synchronized void stopped(@Nullable Integer exitCode) {
        pid = null;
        lastExitCode = exitCode == null ? lastExitCode : exitCode;
        lastEndAsked = true;
        become(ChildState.STOPPED);
    }

    synchronized ChildView view() {
        return new ChildView(
                plan.name(),
                pid,
                state,
                since,
                plan.port(),
                plan.address(),
                Math.max(0, starts - 1),
                lastExitCode,
                lastEndAsked,
                plan.log().toString());
    }

    private void gone(int exitCode, boolean asked) {
        pid = null;
        lastEndAsked = asked;
        lastExitCode = exitCode;
    }

    private void become(ChildState next) {
        state = next;
        since = clock.instant();
    }
}
