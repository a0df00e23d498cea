package io.homeostat.runtime.chaos;

import io.homeostat.runtime.stream.RecordHook;
import java.util.List;

/**
 * The faults that strike the threads that come with records, as far as a service has such. Immutable.
 *
 * @param faults all of them, those included that this service has nothing for
 */
record FaultsByRecord(List<Fault> faults) {

    FaultsByRecord {
        faults = List.copyOf(faults);
    }

    static FaultsByRecord of(HookedThreads threads) {
        List<Fault> all = List.of(
                new Throwing("throw-in-processor", () -> {
                    throw new IllegalStateException("the record could not be handled");
                }),
                new Throwing("thread-error", () -> {
                    throw new AssertionError("the thread could not go on");
                }),
                new PoisonRecord(),
                new BlockThread(),
                new Deadlock(),
                new SlowProcessing());
        return new FaultsByRecord(all.stream().map(one -> here(one, threads)).toList());
    }

    private static Fault here(Fault fault, HookedThreads threads) {
        return switch (threads) {
            case STREAM -> fault;
            case PUBLISHING ->
                fault instanceof BlockThread
                        ? fault
                        : new NotHere(
                                fault.name(),
                                "%s needs a stream thread, and this service has none, only threads that publish."
                                        .formatted(fault.name()));
            case NONE ->
                new NotHere(
                        fault.name(),
                        "%s needs a thread that handles records, and this service has none.".formatted(fault.name()));
        };
    }

    /** Those that are to be asked before each record. */
    List<RecordHook> hooks() {
        return faults.stream()
                .filter(RecordHook.class::isInstance)
                .map(RecordHook.class::cast)
                .toList();
    }
}
