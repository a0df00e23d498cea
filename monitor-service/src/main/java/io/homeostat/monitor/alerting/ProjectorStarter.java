package io.homeostat.monitor.alerting;

import io.homeostat.monitor.projecting.Projection;
import io.homeostat.monitor.projecting.Throttle;
import io.homeostat.monitor.projecting.TopicProjector;
import io.homeostat.runtime.background.Repeating;
import io.homeostat.runtime.settings.ServiceInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Starts the projectors once both Kafka and the database answer, and keeps two instances from sharing the work while each
 * has a database of its own. Thread-safe.
 */
@Component
class ProjectorStarter extends Repeating {

    static final String GROUP = "homeostat-alert-projector";
    private static final Logger log = LoggerFactory.getLogger(ProjectorStarter.class);

    private static final int TICKS_BETWEEN_CHECKS = 10;

    private final StoreKeeper keeper;
    private final List<Projection> projections;
    private final Map<String, Object> adminSettings;
    private final Map<String, Object> consumerSettings;
    private final boolean embedded;
    private final String instance;
    private final Throttle warnings = new Throttle(Duration.ofSeconds(10));
    private final List<KafkaMessageListenerContainer<byte[], byte[]>> containers = new ArrayList<>();
    private int ticksSinceCheck;
    private int into;
    private volatile String waitingFor = "the service's start";

    ProjectorStarter(
            StoreKeeper keeper,
            List<Projection> projections,
            KafkaAdmin admin,
            ConsumerFactory<?, ?> consumers,
            StoreConfiguration.StoreConnection connection,
            ServiceInstance instance) {
        super("alert-projector-starter", Duration.ofSeconds(1));
        this.keeper = keeper;
        this.projections = List.copyOf(projections);
        this.adminSettings = new HashMap<>(admin.getConfigurationProperties());
        this.adminSettings.put("reconnect.backoff.max.ms", 5_000);
        // closing waits for what is still asked
        this.adminSettings.put("default.api.timeout.ms", 5_000);
        this.adminSettings.put("request.timeout.ms", 4_000);
        this.consumerSettings = new HashMap<>(consumers.getConfigurationProperties());
        this.embedded = connection.isEmbedded();
        this.instance = instance.name();
    }

    /** What the projector waits for; empty while it runs. */
    Optional<String> waitingFor() {
        return Optional.of(waitingFor).filter(what -> !what.isEmpty());
    }

    @Override
    protected synchronized void repeat() {
        if (!containers.isEmpty() && into != keeper.opened()) {
            log.info("The alert database was opened anew: the projectors begin again where it stands");
            stopContainers();
        }
        if (!containers.isEmpty()) {
            yieldToAnother();
            return;
        }
        StoreState state = keeper.state();
        if (!state.available()) {
            waitingFor = state.reason();
            return;
        }
        waitingFor = "Kafka's answer";
        try (Admin admin = Admin.create(adminSettings)) {
            String clusterId = admin.describeCluster().clusterId().get(5, TimeUnit.SECONDS);
            var unused = admin.describeTopics(topics()).allTopicNames().get(5, TimeUnit.SECONDS);
            Optional<String> other = embedded ? otherInstance(admin) : Optional.empty();
            if (other.isPresent()) {
                await(refusal(other.get()));
                return;
            }
            into = keeper.opened();
            projections.forEach(projection -> containers.add(launch(projection, clusterId)));
            waitingFor = "";
            log.info("Projecting {} into {}", String.join(", ", topics()), embedded ? "H2" : "PostgreSQL");
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            await("Kafka, or one of its topics " + String.join(", ", topics()) + ", does not answer: "
                    + Optional.ofNullable(cause.getMessage()).orElse(cause.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        stopContainers();
    }

    private void stopContainers() {
        containers.forEach(KafkaMessageListenerContainer::stop);
        containers.clear();
    }

    private List<String> topics() {
        return projections.stream().map(Projection::topic).toList();
    }

    /** Two that started at once see each other only afterwards: then the one whose name comes first goes on. */
    private void yieldToAnother() {
        if (!embedded || ++ticksSinceCheck < TICKS_BETWEEN_CHECKS) {
            return;
        }
        ticksSinceCheck = 0;
        try (Admin admin = Admin.create(adminSettings)) {
            Optional<String> first = otherInstance(admin).filter(other -> other.compareTo(instance) < 0);
            if (first.isPresent()) {
                stopContainers();
                await(refusal(first.get()));
            }
        } catch (ExecutionException | TimeoutException e) {
            log.debug("Cannot ask who else projects alerts", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String refusal(String other) {
        return ("Another monitor (%s) projects alerts already, and this one has a database of its own: two monitors need"
                        + " PostgreSQL, set spring.datasource.url to the same database for both.")
                .formatted(other);
    }

    private void await(String what) {
        waitingFor = what;
        warnings.run(leftOut -> log.warn("The alert projector waits. {}", what));
    }

    private Optional<String> otherInstance(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        String clientId = clientId(GROUP);
        try {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get(5, TimeUnit.SECONDS).values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(member -> member.clientId())
                    .filter(id -> !id.startsWith(clientId + "-") && !id.equals(clientId))
                    .map(id -> id.substring(id.indexOf('@') + 1))
                    .findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String clientId(String group) {
        return group + "@" + instance;
    }

    private KafkaMessageListenerContainer<byte[], byte[]> launch(Projection projection, String clusterId) {
        String clientId = clientId(projection.group());
        Map<String, Object> settings = new HashMap<>(consumerSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, clientId.replaceAll("[^A-Za-z0-9._-]", "_"));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        // pages hear of an alert by the live feed; the store may gather a tenth of a second's for one transaction
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 100_000);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        ContainerProperties properties = new ContainerProperties(projection.topic());
        TopicProjector<?> projector = projection.projector(clusterId);
        properties.setMessageListener(projector);
        properties.setConsumerRebalanceListener(projector);
        properties.setGroupId(projection.group());
        properties.setClientId(clientId);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        KafkaMessageListenerContainer<byte[], byte[]> launched = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        launched.setBeanName(projection.topic() + "-projector");
        launched.setCommonErrorHandler(patient());
        launched.start();
        return launched;
    }

    /** Tries a batch again for as long as it takes; {@link StoreKeeper} says why, so that this need not. */
    private static DefaultErrorHandler patient() {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(5_000);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
        return handler;
    }
}
