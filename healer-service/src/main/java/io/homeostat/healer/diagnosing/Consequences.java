package io.homeostat.healer.diagnosing;

import static io.homeostat.healer.diagnosing.FaultKind.DEAD_THREAD;
import static io.homeostat.healer.diagnosing.FaultKind.HELD_BACK;
import static io.homeostat.healer.diagnosing.FaultKind.HUNG_PROCESS;
import static io.homeostat.healer.diagnosing.FaultKind.NO_INPUT;
import static io.homeostat.healer.diagnosing.FaultKind.OVERLOADED;
import static io.homeostat.healer.diagnosing.FaultKind.POISON_RECORD;
import static io.homeostat.healer.diagnosing.FaultKind.STALLED_PIPELINE;
import static io.homeostat.healer.diagnosing.FaultKind.TOPIC_MISSING;
import static io.homeostat.healer.diagnosing.FaultKind.UNKNOWN;

import io.homeostat.healer.signals.Role;
import java.util.Set;

/**
 * What can follow from a sick dependency. A process does not end because its broker is away, nor does its disk fill up;
 * without a database a pipeline goes on, and only readiness suffers.
 */
final class Consequences {

    private static final Set<FaultKind> WITHOUT_BROKER = Set.of(
            HUNG_PROCESS,
            STALLED_PIPELINE,
            DEAD_THREAD,
            POISON_RECORD,
            OVERLOADED,
            HELD_BACK,
            TOPIC_MISSING,
            NO_INPUT,
            UNKNOWN);
    private static final Set<FaultKind> WITHOUT_DATABASE = Set.of(OVERLOADED, UNKNOWN);
    private static final Set<FaultKind> WITHOUT_SERVICE =
            Set.of(HUNG_PROCESS, STALLED_PIPELINE, OVERLOADED, NO_INPUT, UNKNOWN);

    private Consequences() {}

    /** Whether a kind of trouble can follow from a fault of such a dependency. */
    static boolean follows(FaultKind trouble, FaultKind fault, Role of) {
        return !goesOnWorking(fault) && follows(trouble, of);
    }

    /** Whether a kind of trouble can follow from something that is wrong with such a dependency, whatever it is. */
    static boolean follows(FaultKind trouble, Role of) {
        return switch (of) {
            case BROKER -> WITHOUT_BROKER.contains(trouble);
            case DATABASE -> WITHOUT_DATABASE.contains(trouble);
            case SERVICE -> WITHOUT_SERVICE.contains(trouble);
        };
    }

    /** Whether who has this fault does its work all the same, so that nobody else can suffer from it. */
    private static boolean goesOnWorking(FaultKind fault) {
        return switch (fault) {
            case MEMORY_LOW, DISK_LOW, FILES_LOW, HELD_BACK, NETWORK_PARTITION, NO_INPUT -> true;
            case CRASHED,
                    CRASH_LOOP,
                    HUNG_PROCESS,
                    STALLED_PIPELINE,
                    DEAD_THREAD,
                    POISON_RECORD,
                    OVERLOADED,
                    BROKER_DOWN,
                    BROKER_SLOW,
                    TOPIC_MISSING,
                    DATABASE_DOWN,
                    MISCONFIGURED,
                    UNKNOWN -> false;
        };
    }
}
