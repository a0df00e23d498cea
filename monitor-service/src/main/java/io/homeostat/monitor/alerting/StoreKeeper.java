package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.Severity;
import io.homeostat.monitor.projecting.Throttle;
import io.homeostat.runtime.background.Repeating;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database can be asked: makes its schema once it answers, then asks it once a second how many alerts
 * are open. Thread-safe.
 *
 * <p>The schema is not made when the service starts, because a database that is away must not keep readings from being
 * judged.
 */
@Component
class StoreKeeper extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(StoreKeeper.class);

    private final Flyway flyway;
    private final AlertStore store;
    private volatile StoreState state = StoreState.STARTING;
    private final Throttle warnings = new Throttle(Duration.ofSeconds(30));
    private boolean migrated;

    StoreKeeper(Flyway flyway, AlertStore store, MeterRegistry meters) {
        super("alert-store", Duration.ofSeconds(1));
        this.flyway = flyway;
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

    @Override
    protected void repeat() {
        try {
            if (!migrated) {
                flyway.migrate();
                migrated = true;
            }
            StoreState before = state;
            state = StoreState.available(store.countOpen());
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
        }
    }

    private double openOf(Severity severity) {
        return state.openOf(severity).map(Long::doubleValue).orElse(Double.NaN);
    }
}
