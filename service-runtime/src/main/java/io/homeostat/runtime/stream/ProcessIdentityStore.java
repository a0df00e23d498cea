package io.homeostat.runtime.stream;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * A store that stores nothing and says that it is persistent.
 *
 * <p>Kafka Streams keeps its process id in the state folder only if some store says so, and makes a new one at each
 * start otherwise. The transactional ids follow from the process id: with a new one, the transaction that a
 * {@code kill -9} left open is fenced by nobody and holds back every {@code read_committed} reader until it times out.
 * {@link SeriesStore} cannot say so itself, or it would not be restored after an orderly stop.
 */
final class ProcessIdentityStore implements StateStore {

    static final String NAME = "process-identity";

    private boolean open;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void flush() {
        // nothing is stored
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
