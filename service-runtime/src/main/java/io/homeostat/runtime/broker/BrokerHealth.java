package io.homeostat.runtime.broker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether Kafka answers. For readiness; never for liveness, since no restart of this process mends a broker. */
final class BrokerHealth implements HealthIndicator {

    private final BrokerWatch watch;

    BrokerHealth(BrokerWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Contact contact = watch.contact();
        Health.Builder health = contact.up()
                ? Health.up().withDetail("clusterId", contact.detail())
                : Health.down().withDetail("reason", contact.detail());
        return health.withDetail("since", contact.since().toString()).build();
    }
}
