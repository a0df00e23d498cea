package io.homeostat.runtime.supervision;

import io.homeostat.runtime.web.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Refuses the orders of a healer that is no longer the leader: each order carries the generation of the healers' group,
 * and none older than the newest seen is obeyed. Orders of people carry none and are obeyed. Thread-safe.
 */
public final class GenerationFence {

    private final AtomicLong newest = new AtomicLong(Long.MIN_VALUE);

    /**
     * Returns if an order may be obeyed.
     *
     * @param generation that it carries; {@code null} if none
     * @throws ProblemException (409) with a sentence if a newer one was seen
     */
    public void check(@Nullable Long generation) {
        if (generation == null) {
            return;
        }
        long seen = newest.accumulateAndGet(generation, Math::max);
        if (seen > generation) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "The order is of generation %d of the healers' group, and generation %d has given orders since: another healer leads now."
                            .formatted(generation, seen));
        }
    }
}
