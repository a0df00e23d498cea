package io.homeostat.runtime.supervision;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads standard input, which the supervisor holds open as long as it lives, and ends this process at its end. */
final class EndWithSupervisor {

    private static final Logger log = LoggerFactory.getLogger(EndWithSupervisor.class);

    private final InputStream input;
    private final Runnable end;

    EndWithSupervisor(InputStream input, Runnable end) {
        this.input = input;
        this.end = end;
    }

    /** Begins to read, in a daemon thread. */
    Thread watch() {
        Thread reader = new Thread(this::read, "supervisor-watch");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private void read() {
        byte[] ignored = new byte[256];
        try {
            while (input.read(ignored) >= 0) {
                // what it says does not matter, only that it is there
            }
        } catch (IOException e) {
            log.debug("Standard input broke off", e);
        }
        log.warn("The supervisor is gone: ends too");
        end.run();
    }
}
