package io.homeostat.runtime.broker;

import io.homeostat.runtime.background.Repeating;
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

/**
 * Asks Kafka every two seconds, in a thread of its own, whether it is there, and says in the log when that changes. One
 * client for all of a process's life, because making one costs more than asking. Thread-safe.
 */
final class BrokerWatch extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private final Clock clock;
    private final Object servers;
    private volatile Contact contact;
    private @Nullable Admin admin;

    BrokerWatch(Map<String, Object> settings, Clock clock) {
        super("broker-watch", PAUSE);
        this.settings = Map.copyOf(settings);
        this.clock = clock;
        servers = settings.getOrDefault("bootstrap.servers", "?");
        contact = new Contact(false, clock.instant(), "not asked yet");
    }

    Contact contact() {
        return contact;
    }

    @Override
    protected void repeat() {
        try {
            Admin asked = admin();
            if (asked != null) {
                note(true, asked.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            }
        } catch (ExecutionException e) {
            note(false, reason(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            note(false, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (KafkaException e) {
            note(false, reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    /** Names that cannot be resolved yet make the client's creation fail: it is tried again the next time. */
    private synchronized @Nullable Admin admin() {
        if (admin == null && isRunning()) {
            admin = Admin.create(settings);
        }
        return admin;
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
