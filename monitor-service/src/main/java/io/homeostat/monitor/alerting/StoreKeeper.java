package io.homeostat.monitor.alerting;

import com.zaxxer.hikari.HikariDataSource;
import io.homeostat.model.alert.Severity;
import io.homeostat.monitor.projecting.Throttle;
import io.homeostat.runtime.background.Repeating;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database can be asked: makes its schema once it answers, then asks it once a second how many alerts
 * are open. Thread-safe.
 *
 * <p>The schema is not made when the service starts, because a database that is away must not keep readings from being
 * judged.
 *
 * <p>H2 in this process does not get over a full disk by itself: whoever has failed to write closes its file for all who
 * are connected, and those who come later are given the same. So all connections are let go of while it does not answer;
 * the next opens the file anew, at the last state that was written whole.
 */
@Component
class StoreKeeper extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(StoreKeeper.class);
    private static final int FAILURES_UNTIL_OPENED_ANEW = 10;

    private final Flyway flyway;
    private final DataSource database;
    private final boolean embedded;
    private final AlertStore store;
    private volatile StoreState state = StoreState.STARTING;
    private final Throttle warnings = new Throttle(Duration.ofSeconds(30));
    private boolean migrated;
    private int failures;
    private final AtomicInteger opened = new AtomicInteger();

    StoreKeeper(
            Flyway flyway,
            AlertStore store,
            DataSource database,
            StoreConfiguration.StoreConnection connection,
            MeterRegistry meters) {
        super("alert-store", Duration.ofSeconds(1));
        this.flyway = flyway;
        this.database = database;
        this.embedded = connection.isEmbedded();
        this.store = store;
        for (Severity severity : Severity.values()) {
            Gauge.builder("homeostat.alerts.open", this, keeper -> keeper.openOf(severity))
                    .description("Alerts that are not resolved")
                    .tag("severity", severity.label())
                    .register(meters);
        }
    }

    StoreState state() {
        return state;
    }

    /**
     * Returns if the database can be asked.
     *
     * @throws StoreUnavailableException with a sentence that says why not
     */
    void require() {
        StoreState current = state;
        if (!current.available()) {
            throw new StoreUnavailableException(current.reason());
        }
    }

    /** How often it was opened: after another time, it may be behind what was written into it before. */
    int opened() {
        return opened.get();
    }

    @Override
    protected void repeat() {
        try {
            if (!migrated) {
                flyway.migrate();
                migrated = true;
                opened.incrementAndGet();
            }
            StoreState before = state;
            state = StoreState.available(store.countOpen());
            failures = 0;
            if (!before.available()) {
                warnings.reset();
                log.info("The alert database answers");
            }
        } catch (RuntimeException e) {
            if (!isRunning()) {
                return; // the question was broken off because the service ends
            }
            String why = String.valueOf(
                            NestedExceptionUtils.getMostSpecificCause(e).getMessage())
                    .lines()
                    .findFirst()
                    .orElse("no reason given");
            StoreState now = state.unavailable(why);
            state = now;
            warnings.run(leftOut -> log.warn("{}; alerts wait on Kafka until it does", now.reason()));
            log.debug("The alert database does not answer", e);
            if (embedded && ++failures % FAILURES_UNTIL_OPENED_ANEW == 0) {
                letGo();
            }
        }
    }

    /** Lets go of every connection: those that are used go when they are given back. */
    private void letGo() {
        HikariDataSource pool = DataSourceUnwrapper.unwrap(database, HikariDataSource.class);
        if (pool != null && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
            migrated = false;
        }
    }

    private double openOf(Severity severity) {
        return state.openOf(severity).map(Long::doubleValue).orElse(Double.NaN);
    }
}
