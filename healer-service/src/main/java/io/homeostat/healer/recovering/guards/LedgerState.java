package io.homeostat.healer.recovering.guards;

import java.util.List;

/**
 * The memory of the guard rails as it is stored: ages and not times, because another process counts from another
 * beginning. What is under way is not in it: nobody knows what became of it, and its recovery goes on to verify it.
 * Immutable.
 *
 * @param restarts those of the window, oldest first
 * @param backOffs the waits between remedies
 */
public record LedgerState(List<Restart> restarts, List<BackOff> backOffs) {

    public LedgerState {
        restarts = List.copyOf(restarts);
        backOffs = List.copyOf(backOffs);
    }

    /**
     * One restart.
     *
     * @param target of whom
     * @param agoMillis how long ago it began
     */
    public record Restart(String target, long agoMillis) {}

    /**
     * The wait of one target.
     *
     * @param target its name
     * @param remedies how many were begun since it was calm
     * @param leftMillis for how long nothing more is done to it
     * @param calmMillis for how long it has been without a fault
     */
    public record BackOff(String target, int remedies, long leftMillis, long calmMillis) {}
}
