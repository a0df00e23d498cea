package io.homeostat.monitor.alerting;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says in health whether alerts are being projected: not part of liveness, since no restart mends a database. */
@Component("database")
class DatabaseHealthIndicator implements HealthIndicator {

    private final StoreKeeper keeper;
    private final ProjectorStarter projector;

    DatabaseHealthIndicator(StoreKeeper keeper, ProjectorStarter projector) {
        this.keeper = keeper;
        this.projector = projector;
    }

    @Override
    public Health health() {
        StoreState state = keeper.state();
        if (!state.available()) {
            // not reached yet is another thing than away: the healer takes the second for a fault
            return Health.status(state.asked() ? Status.DOWN : Status.OUT_OF_SERVICE)
                    .withDetail("reason", state.reason())
                    .build();
        }
        return projector
                .waitingFor()
                .map(what -> Health.status(Status.OUT_OF_SERVICE).withDetail("reason", what))
                .orElseGet(Health::up)
                .build();
    }
}
