package io.homeostat.healer.diagnosing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a target. */
public enum FaultKind {
    /** Its process ended. */
    CRASHED,
    /** Its process ends again and again. */
    CRASH_LOOP,
    /** Its process lives and answers nobody. */
    HUNG_PROCESS,
    /** It answers, and its pipeline makes no progress although there is something to read and the broker answers. */
    STALLED_PIPELINE,
    /** A stream thread of it died and was not replaced. */
    DEAD_THREAD,
    /** Its pipeline dies on the same record each time. */
    POISON_RECORD,
    /** It is slow, and goes on: nothing is restarted for that. */
    OVERLOADED,
    /** Its heap is all but full after collections. */
    MEMORY_LOW,
    /** The disk with its state is all but full. */
    DISK_LOW,
    /** Its file handles are all but used up. */
    FILES_LOW,
    /** Kafka does not answer. */
    BROKER_DOWN,
    /** Kafka answers far slower than it usually does. */
    BROKER_SLOW,
    /** Somebody's open transaction keeps readers from what lies behind it: wait. */
    HELD_BACK,
    /** A topic that the pipeline needs is not there. */
    TOPIC_MISSING,
    /** The database does not answer. */
    DATABASE_DOWN,
    /** The healer cannot reach it, and it works: its heartbeats and its commits go on. */
    NETWORK_PARTITION,
    /** Nothing comes in: the producer is silent. */
    NO_INPUT,
    /** It refuses to work as it is configured. */
    MISCONFIGURED,
    /** Something is wrong, and what cannot be said. */
    UNKNOWN;

    /** The kind of a label; empty if there is none. */
    public static Optional<FaultKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** The kind as it stands in JSON, in metrics and in configuration: {@code hung-process}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
