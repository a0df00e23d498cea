package io.homeostat.healer.diagnosing;

import java.util.Optional;

/**
 * What one kind of fault looks like. Pure, thread-safe, and cheap: it is asked of each target at each look. A new kind is a
 * new implementation, its line in {@link Diagnoser#SIGNS}, and its test.
 */
interface FaultSign {

    /**
     * What speaks for this fault in a target; empty if nothing does. Asked only of targets that were seen, or whose grace is
     * over. Who is to blame in the end is not decided here: the deepest sick dependency is, see {@link RootChoice}.
     */
    Optional<Suspicion> look(Scene scene);
}
