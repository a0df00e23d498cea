package io.homeostat.runtime.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the missing topics in the background, and tries again until the broker is there. A topic that is there is
 * never changed. Thread-safe.
 */
final class TopicStarter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicStarter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Map<String, Object> adminSettings;
    private final List<NewTopic> topics;
    private @Nullable Thread worker;

    TopicStarter(Map<String, Object> adminSettings, List<NewTopic> topics) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.topics = List.copyOf(topics);
    }

    @Override
    public synchronized void start() {
        worker = new Thread(this::work, "topic-starter");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.interrupt();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** Before the pipelines, which wait for their topics anyway. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    private void work() {
        String lastFailure = "";
        try {
            while (true) {
                // a new client each time, since names that cannot be resolved yet make its creation fail
                try (Admin admin = Admin.create(adminSettings)) {
                    create(admin);
                    return;
                } catch (ExecutionException | TimeoutException | KafkaException e) {
                    Throwable cause = e.getCause() == null ? e : e.getCause();
                    String failure = cause.getMessage() == null ? "Kafka does not answer" : cause.getMessage();
                    // that the broker is away is for the watch on it to say
                    if (!isAway(cause) && !failure.equals(lastFailure)) {
                        log.warn("The topics cannot be created yet, and it is tried again: {}", failure);
                        lastFailure = failure;
                    }
                    Thread.sleep(RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    private void create(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        var there = admin.listTopics().names().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        List<NewTopic> missing =
                topics.stream().filter(topic -> !there.contains(topic.name())).toList();
        if (missing.isEmpty()) {
            return;
        }
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                created.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                // another service was quicker
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        log.info("Created the topics {}", missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
    }
}
