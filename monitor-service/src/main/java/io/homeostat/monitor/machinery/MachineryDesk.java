package io.homeostat.monitor.machinery;

import io.homeostat.monitor.projecting.Throttle;
import io.homeostat.runtime.background.Repeating;
import io.homeostat.runtime.settings.ServiceInstance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Raises and ends alerts about machinery while it is this monitor's turn, and waits for it otherwise. Thread-safe. */
@Component
class MachineryDesk extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(MachineryDesk.class);
    private static final long MILLI_NANOS = 1_000_000;

    private final Map<String, Object> reading;
    private final Map<String, Object> writing;
    private final String instance;
    private final Throttle warnings = new Throttle(Duration.ofSeconds(30));

    MachineryDesk(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, ServiceInstance instance) {
        super("machinery-alerts", Duration.ofSeconds(1));
        this.reading = Map.copyOf(consumers.getConfigurationProperties());
        this.writing = Map.copyOf(producers.getConfigurationProperties());
        this.instance = instance.name();
    }

    /** Whatever fails begins anew: what is open is on the topic, not here. */
    @Override
    protected void repeat() {
        try (Office office = new Office(reading, instance)) {
            while (!Thread.currentThread().isInterrupted()) {
                if (office.isOurs()) {
                    serve(office);
                }
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            warnings.run(leftOut -> log.warn(
                    "Alerts about machinery cannot be written, and are tried again: {}",
                    String.valueOf(e.getMessage())));
            log.debug("Alerts about machinery begin anew", e);
        }
    }

    private void serve(Office office) {
        try (MachineryTopics topics = new MachineryTopics(reading);
                AlertWriter writer = new AlertWriter(writing)) {
            log.info("This monitor writes the alerts about machinery");
            new TermOfOffice(office, topics, writer, () -> System.nanoTime() / MILLI_NANOS, InstantSource.system())
                    .serve();
        }
    }
}
