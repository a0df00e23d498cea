package io.homeostat.producer.publishing;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Knows which topics are there. Nothing is sent to one that is not: a broker that creates topics by itself would make it
 * with a single partition before it is created as it should be. Thread-safe.
 */
final class TopicGuard implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private @Nullable Admin admin;

    /**
     * @param settings of Kafka's admin client
     */
    TopicGuard(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** Whether a topic is there; one that was once there is not asked for again. */
    boolean isThere(String topic) throws InterruptedException {
        return known.contains(topic) || ask(topic);
    }

    private synchronized boolean ask(String topic) throws InterruptedException {
        if (known.contains(topic)) {
            return true;
        }
        try {
            if (admin == null) {
                admin = Admin.create(settings);
            }
            known.addAll(admin.listTopics().names().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
            return known.contains(topic);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
