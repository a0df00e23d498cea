package io.homeostat.localstack.processes;

import java.time.Duration;

/** Told of what people want to know of a child process; from the child's own thread, in order. */
public interface ChildListener {

    void started(ChildPlan child);

    /** It is ready for the first time since its start. */
    void ready(ChildPlan child, Duration after);

    /** It ended by itself. */
    void ended(ChildPlan child, int exitCode, Duration nextStartIn);

    /** It answered nobody for so long that it is killed and started again. */
    void lost(ChildPlan child);

    void stopped(ChildPlan child);
}
