package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;
import org.jspecify.annotations.Nullable;

/** Who can end a target's process and start it again. Implementations are thread-safe and may block for seconds. */
public interface Supervisor {

    /**
     * Ends the process of a target, by force if it does not go, and starts it again.
     *
     * @param force at once by force, because it hears nothing
     * @param generation of the healers' group, so that an order of who leads no longer is refused; {@code null}: unknown
     */
    RemedyResult restart(String target, boolean force, @Nullable Long generation) throws InterruptedException;
}
