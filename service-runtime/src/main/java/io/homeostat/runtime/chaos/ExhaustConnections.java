package io.homeostat.runtime.chaos;

import io.homeostat.runtime.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All connections of the pool are taken, also those that others give back meanwhile, and held. */
final class ExhaustConnections extends BackgroundFault {

    private static final Logger log = LoggerFactory.getLogger(ExhaustConnections.class);

    /** More than any pool should have: where there is no pool, the database itself is not to be used up. */
    private static final int MOST = 500;

    private final Supplier<@Nullable DataSource> pool;

    ExhaustConnections(Supplier<@Nullable DataSource> pool) {
        super("exhaust-connections");
        this.pool = pool;
    }

    @Override
    public synchronized void begin(FaultOrder order) {
        if (pool.get() == null) {
            throw ProblemException.unprocessable(
                    "exhaust-connections needs a pool of connections, and this service has no database.");
        }
        super.begin(order);
    }

    @Override
    void takeAndHold(FaultOrder order, Span span) throws InterruptedException {
        DataSource from = pool.get();
        List<Connection> held = new ArrayList<>();
        try {
            while (from != null && held.size() < MOST && !span.isOver()) {
                take(from, held);
            }
            hold(span);
        } finally {
            held.forEach(ExhaustConnections::giveBack);
        }
    }

    private void take(DataSource from, List<Connection> held) throws InterruptedException {
        try {
            held.add(from.getConnection());
            took(1);
        } catch (SQLException e) {
            // there is none now; the pool itself has waited, so that this does not spin
            log.debug("No connection to take", e);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("ended before all were taken");
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("A connection could not be given back", e);
        }
    }
}
