package io.homeostat.runtime.stream;

import java.util.function.BooleanSupplier;

/** Knows when a task has reached the end offsets that it saw at its start. Thread-safe. */
@FunctionalInterface
public interface CatchUp {

    /** A task starts on a partition; the answer turns to true when it has caught up, and stays so. */
    BooleanSupplier start(int partition);
}
