package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;

/** Who can end a target's process and start it again. Implementations are thread-safe and may block for seconds. */
public interface Supervisor {

    /** Ends the process of a target, by force if it does not go, and starts it again. */
    RemedyResult restart(String target) throws InterruptedException;
}
