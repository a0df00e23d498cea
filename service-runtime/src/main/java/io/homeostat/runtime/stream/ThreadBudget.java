package io.homeostat.runtime.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a dead stream thread is replaced: three times in five minutes, then something else must help. */
final class ThreadBudget {

    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final Deque<Instant> replaced = new ArrayDeque<>();

    ThreadBudget(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayReplace() {
        Instant now = clock.instant();
        while (!replaced.isEmpty() && replaced.peekFirst().isBefore(now.minus(WINDOW))) {
            replaced.removeFirst();
        }
        if (replaced.size() == MOST) {
            return false;
        }
        replaced.addLast(now);
        return true;
    }
}
