package io.homeostat.healer.recovering.guards;

/**
 * The figures of the guard rails. Immutable; times in milliseconds.
 *
 * @param targetRestarts how many restarts one target gets within the window, at least 1
 * @param systemRestarts how many all targets together get within it, at least 1
 * @param windowMillis the sliding window of both
 * @param firstBackOffMillis from the first remedy to the second on one target; then it doubles
 * @param mostBackOffMillis to at most this
 * @param jitter by which share at most each is longer, 0 to 1
 * @param calmMillis how long a target must be without a fault until the first back-off holds again
 * @param stormTargets how many targets at fault at once are a storm, at least 2
 * @param standstillMillis how long a suspicion must last before anything is done
 */
public record GuardSettings(
        int targetRestarts,
        int systemRestarts,
        long windowMillis,
        long firstBackOffMillis,
        long mostBackOffMillis,
        double jitter,
        long calmMillis,
        int stormTargets,
        long standstillMillis) {

    /** 3 and 6 restarts in 10 min; 5 s doubling to 2 min, a fifth of jitter, 1 min of calm; 3 targets; 8 s. */
    public static final GuardSettings DEFAULTS =
            new GuardSettings(3, 6, 600_000, 5_000, 120_000, 0.2, 60_000, 3, 8_000);

    public GuardSettings {
        atLeast("target restarts", targetRestarts, 1);
        atLeast("system restarts", systemRestarts, 1);
        atLeast("window", windowMillis, 1);
        atLeast("first back-off", firstBackOffMillis, 1);
        atLeast("most back-off", mostBackOffMillis, firstBackOffMillis);
        atLeast("calm", calmMillis, 1);
        atLeast("storm targets", stormTargets, 2);
        atLeast("standstill", standstillMillis, 0);
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter must be 0 to 1, was " + jitter);
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, was %d".formatted(name, least, value));
        }
    }
}
