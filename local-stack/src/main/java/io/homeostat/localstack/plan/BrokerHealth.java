package io.homeostat.localstack.plan;

import io.homeostat.broker.BrokerReadiness;
import java.util.function.BooleanSupplier;

/**
 * Whether Kafka is ready: it must have described itself once since its port was last closed, which costs a client; after
 * that an open port is enough. Asked by one thread.
 */
final class BrokerHealth implements BooleanSupplier {

    private final BrokerReadiness readiness;
    private boolean described;

    BrokerHealth(BrokerReadiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean getAsBoolean() {
        described = described ? readiness.accepts() : readiness.answers();
        return described;
    }
}
