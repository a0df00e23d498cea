package io.homeostat.runtime.supervision;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads standard input, which the supervisor holds open as long as it lives, and ends this process at its end. */
final class EndWithSupervisor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EndWithSupervisor.class);

    private final InputStream input;
    private final Runnable end;
    private volatile boolean running;

    EndWithSupervisor(InputStream input, Runnable end) {
        this.input = input;
        this.end = end;
    }

    @Override
    public void start() {
        running = true;
        Thread reader = new Thread(this::read, "supervisor-watch");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void read() {
        try {
            while (input.read() >= 0) {
                // what it says does not matter, only that it is there
            }
        } catch (IOException e) {
            log.debug("Standard input broke off", e);
        }
        if (running) {
            log.warn("The supervisor is gone: ends too");
            end.run();
        }
    }
}
