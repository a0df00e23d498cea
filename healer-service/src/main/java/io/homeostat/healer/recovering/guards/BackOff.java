package io.homeostat.healer.recovering.guards;

/** The waits between remedies on one target: doubling, each with its jitter, until the target was calm for a while. */
final class BackOff {

    private static final int MOST_DOUBLINGS = 30;

    private final GuardSettings settings;
    private int remedies;
    private long notBeforeMillis;
    private long calmSinceMillis;

    BackOff(GuardSettings settings) {
        this.settings = settings;
    }

    BackOff(GuardSettings settings, int remedies, long notBeforeMillis, long calmSinceMillis) {
        this.settings = settings;
        this.remedies = remedies;
        this.notBeforeMillis = notBeforeMillis;
        this.calmSinceMillis = calmSinceMillis;
    }

    /** A remedy begins. The chance is 0 to 1. */
    void again(long nowMillis, double chance) {
        long doubled = settings.firstBackOffMillis() << Math.min(remedies, MOST_DOUBLINGS);
        long wait = Math.min(settings.mostBackOffMillis(), doubled);
        remedies++;
        notBeforeMillis = nowMillis + Math.round(wait * (1 + settings.jitter() * chance));
        calmSinceMillis = nowMillis;
    }

    /** The newest remedy was not done: the next need not wait for it. */
    void takeBack(long nowMillis) {
        remedies = Math.max(0, remedies - 1);
        notBeforeMillis = nowMillis;
    }

    /** Whether the target was calm for long enough, so that this can be forgotten. */
    boolean isOver(long nowMillis, boolean sick) {
        if (sick) {
            calmSinceMillis = nowMillis;
        }
        return nowMillis - calmSinceMillis >= settings.calmMillis() && nowMillis >= notBeforeMillis;
    }

    long notBeforeMillis() {
        return notBeforeMillis;
    }

    LedgerState.BackOff state(String target, long nowMillis) {
        return new LedgerState.BackOff(
                target, remedies, Math.max(0, notBeforeMillis - nowMillis), nowMillis - calmSinceMillis);
    }
}
