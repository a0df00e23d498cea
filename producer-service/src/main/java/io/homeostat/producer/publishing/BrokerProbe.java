package io.homeostat.producer.publishing;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka for a sign of life every two seconds while acknowledgements give none, and says in the log, once for each
 * change, whether Kafka answers. One thread and one long-lived client.
 */
final class BrokerProbe implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BrokerProbe.class);

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final BrokerContact contact;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "broker-probe");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Admin admin;
    private BrokerContact.State lastState = BrokerContact.State.STARTING;

    BrokerProbe(Map<String, Object> settings, BrokerContact contact, Clock clock) {
        this.settings = settings;
        this.contact = contact;
        this.clock = clock;
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::probe, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void probe() {
        try {
            if (contact.needsProbe(clock.instant())) {
                contact.probed(answers());
            }
            tell(contact.state(clock.instant()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("The probe of Kafka failed: {}", e.toString());
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            if (admin == null) {
                admin = Admin.create(settings);
            }
            var unused = admin.describeCluster().nodes().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.debug("Kafka did not answer", e);
            return false;
        }
    }

    private void tell(BrokerContact.State state) {
        if (state == lastState) {
            return;
        }
        switch (state) {
            case WAITING ->
                log.warn(
                        "Kafka at {} does not answer: simulations and replays wait, requests get 503",
                        settings.get("bootstrap.servers"));
            case RUNNING -> log.info("Kafka at {} answers", settings.get("bootstrap.servers"));
            case STARTING -> {}
        }
        lastState = state;
    }

    @Override
    public void close() {
        executor.shutdownNow();
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
