package io.homeostat.runtime.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a stream thread died. Immutable.
 *
 * @param at when
 * @param error the exception in one bounded line
 * @param topic of the record on which it died; {@code null} if on none
 * @param partition of that record; {@code null} if on none
 * @param offset of that record; {@code null} if on none
 * @param timesThere how many deaths in a row were on that same record, 1 for the first; 0 if on none
 */
public record ThreadFailure(
        Instant at,
        String error,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        int timesThere) {}
