package io.homeostat.runtime.stream;

import io.homeostat.runtime.supervision.OrderlyExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this process with a code of its own, so that a supervisor which restarts only what failed restarts it: a clean
 * exit would be code 0.
 */
final class ProcessExit {

    /** The exit code of a process that was asked to go, so that it is started again. */
    static final int CODE = 70;

    private static final Logger log = LoggerFactory.getLogger(ProcessExit.class);

    /** Begins to exit; answers at once. */
    void begin() {
        log.warn("Asked to exit: ends with code {}", CODE);
        OrderlyExit.begin(CODE);
    }
}
