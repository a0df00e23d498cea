package io.homeostat.producer.publishing;

import io.homeostat.runtime.stream.RecordHook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The one way from this service to Kafka, in two lanes that do not hold each other up: a <em>patient</em> one, which waits
 * for Kafka as long as it takes and keeps the order, for what makes its own readings; and a <em>prompt</em> one, which
 * gives up after seconds, for requests whose caller can send again. Thread-safe.
 */
public final class Transport implements AutoCloseable {

    private final BrokerContact contact;
    private final Clock clock;
    private final Gate gate = new Gate();
    private final Lane patient;
    private final Lane prompt;

    Transport(
            ProducerFactory<byte[], byte[]> patientFactory,
            ProducerFactory<byte[], byte[]> promptFactory,
            int maxInFlight,
            BrokerContact contact,
            Clock clock,
            TopicGuard topics,
            @Nullable RecordHook hook) {
        this.contact = contact;
        this.clock = clock;
        this.patient = new Lane(patientFactory, maxInFlight, contact, gate, clock, topics, hook);
        this.prompt = new Lane(promptFactory, maxInFlight, contact, gate, clock, topics, hook);
    }

    /** The lane that waits for Kafka as long as it takes. */
    public Publisher patient() {
        return patient;
    }

    /** The lane that gives up after seconds. */
    public Publisher prompt() {
        return prompt;
    }

    /** Stops publishing until {@link #resume}: the patient wait, the prompt are refused. */
    void pause() {
        gate.close();
    }

    void resume() {
        gate.open();
    }

    /** Ends both Kafka clients; the next records make others. */
    void restart() {
        patient.close();
        prompt.close();
    }

    PipelineView view() {
        Instant now = clock.instant();
        String state = gate.isClosed() ? "PAUSED" : contact.state(now).name();
        return new PipelineView(
                state,
                List.of(laneView("patient", patient, state), laneView("prompt", prompt, state)),
                contact.lastAcknowledgement(),
                contact.acknowledgedCount(),
                contact.failedCount(),
                contact.inFlightCount());
    }

    private static PipelineView.LaneView laneView(String name, Lane lane, String state) {
        return new PipelineView.LaneView(name, lane.isOpen() ? state : "CREATED");
    }

    @Override
    public void close() {
        gate.open();
        restart();
    }
}
