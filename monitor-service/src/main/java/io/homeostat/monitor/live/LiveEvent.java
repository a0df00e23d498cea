package io.homeostat.monitor.live;

import org.jspecify.annotations.Nullable;

/**
 * One event for the clients. Immutable.
 *
 * @param name the event's kind: {@code alert}, {@code incident}, {@code stats} or {@code reset}
 * @param id what a client hands back to go on after this event; {@code null} if it does not move that place
 * @param data its JSON, in one line
 */
record LiveEvent(String name, @Nullable String id, String data) {

    /** Says that something was missed: what is shown must be loaded again. */
    static final LiveEvent RESET = new LiveEvent("reset", null, "{}");
}
