package io.homeostat.healer.recovering;

/**
 * The figures of a recovery. Immutable.
 *
 * @param stableMillis for how long a target must work, or a suspicion be gone, until that is believed; at least 1 s
 * @param patienceMillis for how long to wait for what only passes by itself, or for a remedy that the guard rails
 *     refuse, before a person is called; at least the stable time
 */
public record RecoverySettings(long stableMillis, long patienceMillis) {

    /** 5 s and 5 min. */
    public static final RecoverySettings DEFAULTS = new RecoverySettings(5_000, 300_000);

    public RecoverySettings {
        if (stableMillis < 1_000) {
            throw new IllegalArgumentException("stable period must be at least 1 s, was " + stableMillis + " ms");
        }
        if (patienceMillis < stableMillis) {
            throw new IllegalArgumentException("patience must be at least the stable period of %d ms, was %d ms"
                    .formatted(stableMillis, patienceMillis));
        }
    }
}
