package io.homeostat.runtime.broker;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks Kafka every two seconds, in a thread of its own, whether it is there, and says in the log when that changes. One
 * client for all of a process's life, because making one costs more than asking. Thread-safe.
 */
final class BrokerWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private final Clock clock;
    private final Object servers;
    private volatile Contact contact;
    private @Nullable Thread thread;

    BrokerWatch(Map<String, Object> settings, Clock clock) {
        this.settings = Map.copyOf(settings);
        this.clock = clock;
        servers = settings.getOrDefault("bootstrap.servers", "?");
        contact = new Contact(false, clock.instant(), "not asked yet");
    }

    Contact contact() {
        return contact;
    }

    @Override
    public synchronized void start() {
        thread = new Thread(this::work, "broker-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (true) {
                // names that cannot be resolved yet make the client's creation fail
                try (Admin admin = Admin.create(settings)) {
                    while (true) {
                        ask(admin);
                        Thread.sleep(PAUSE.toMillis());
                    }
                } catch (KafkaException e) {
                    note(false, reason(e));
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Admin admin) throws InterruptedException {
        try {
            note(true, admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            note(false, reason(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            note(false, "no answer within " + PATIENCE.toSeconds() + " s");
        }
    }

    private void note(boolean up, String detail) {
        Contact before = contact;
        contact = before.next(up, detail, clock.instant());
        if (up && !before.up()) {
            log.info("Kafka answers at {}", servers);
        } else if (!up && (before.up() || before.detail().equals("not asked yet"))) {
            log.warn("Kafka does not answer at {}, and is asked again until it does: {}", servers, detail);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }
}
