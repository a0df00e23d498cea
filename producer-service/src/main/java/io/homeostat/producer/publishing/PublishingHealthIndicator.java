package io.homeostat.producer.publishing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Readiness: out of service while Kafka does not acknowledge. It is no part of liveness, because a restart of this service
 * brings no broker back.
 */
final class PublishingHealthIndicator implements HealthIndicator {

    private final Transport transport;

    PublishingHealthIndicator(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Health health() {
        PipelineView view = transport.view();
        Health.Builder health = switch (view.state()) {
            case "RUNNING" -> Health.up();
            case "STARTING" -> Health.outOfService().withDetail("reason", "Kafka was not reached yet");
            case "PAUSED" -> Health.outOfService().withDetail("reason", "publishing is paused");
            default -> Health.outOfService().withDetail("reason", "Kafka does not acknowledge");
        };
        health.withDetail("acknowledged", view.acknowledged()).withDetail("inFlight", view.inFlight());
        if (view.lastAcknowledgement() != null) {
            health.withDetail("lastAcknowledgement", view.lastAcknowledgement());
        }
        return health.build();
    }
}
