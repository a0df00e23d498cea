package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Site;
import java.io.IOException;

/** One fault being done to one stack: made anew for each repeat, so that it may remember. */
public interface Injection extends AutoCloseable {

    /** Makes what the fault needs before the stack is started. */
    default void prepare(Site site) throws IOException, InterruptedException {}

    /** Brings about what the fault needs once the stack is well, such as a maintenance window. */
    default void begin(Stage stage) throws IOException, InterruptedException {}

    /** Does the harm; the clock starts when it returns. */
    void inject(Stage stage) throws IOException, InterruptedException;

    /** What else belongs to it once the clock runs. */
    default void goOn(Stage stage) throws IOException, InterruptedException {}

    /** Takes the cause away, where the fault lasts for a time. */
    default void end(Stage stage) throws IOException, InterruptedException {}

    /** Removes what was made, after the end of the stack. */
    @Override
    default void close() {}
}
