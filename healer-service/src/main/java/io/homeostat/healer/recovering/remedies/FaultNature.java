package io.homeostat.healer.recovering.remedies;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.signals.Role;
import java.util.EnumSet;
import java.util.Set;

/** What sort of thing a kind of fault is, which says how sure one must be before something is done. */
public enum FaultNature {
    /** A process ended: a fact, and nothing is gained by waiting for more of it. */
    PROCESS_ENDED,
    /** Something said or showed that it does not work: a fact, though it may pass. */
    OUTAGE,
    /** It looks dead and may only be slow: if it clears by itself, it was nothing. */
    SUSPICION,
    /** It works, or would if others let it: wait, and never restart for it. */
    SLOWNESS;

    /** The nature of a kind. */
    public static FaultNature of(FaultKind kind) {
        return switch (kind) {
            case CRASHED, CRASH_LOOP -> PROCESS_ENDED;
            case DEAD_THREAD, POISON_RECORD, BROKER_DOWN, DATABASE_DOWN, TOPIC_MISSING, MISCONFIGURED -> OUTAGE;
            case HUNG_PROCESS, STALLED_PIPELINE, MEMORY_LOW, DISK_LOW, FILES_LOW, UNKNOWN -> SUSPICION;
            case OVERLOADED, BROKER_SLOW, HELD_BACK, NETWORK_PARTITION, NO_INPUT -> SLOWNESS;
        };
    }

    /** Whether it is known to be so, rather than supposed. */
    public boolean isFact() {
        return this == PROCESS_ENDED || this == OUTAGE;
    }

    /** The roles that may be restarted for a kind: none for slowness, and for an outage of a dependency only that. */
    public static Set<Role> restartable(FaultKind kind) {
        if (kind == FaultKind.BROKER_DOWN) {
            return EnumSet.of(Role.BROKER);
        }
        if (kind == FaultKind.DATABASE_DOWN) {
            return EnumSet.of(Role.DATABASE);
        }
        return of(kind) == SLOWNESS ? EnumSet.noneOf(Role.class) : EnumSet.allOf(Role.class);
    }
}
