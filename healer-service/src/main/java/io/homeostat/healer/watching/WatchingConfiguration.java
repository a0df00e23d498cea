package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Role;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.PipelinePlan;
import io.homeostat.runtime.tail.TopicTail;
import io.homeostat.runtime.time.SteadyClock;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the watching together from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TargetsProperties.class)
class WatchingConfiguration {

    private static final Clock CLOCK = SteadyClock.start();

    @Bean
    MaintenanceWindows maintenance() {
        return new MaintenanceWindows(WatchingConfiguration::millis);
    }

    @Bean
    Watch watch(
            TargetsProperties targets,
            HomeostatProperties properties,
            KafkaConnection connection,
            MaintenanceWindows maintenance,
            @Value("${HOMEOSTAT_SUPERVISOR_URL:}") String supervisor) {
        List<StreamTopics> streams = properties.streamTopics();
        return new Watch(
                targets,
                streams,
                parts(targets, streams, connection.settings(), supervisor),
                maintenance,
                WatchingConfiguration::millis);
    }

    private static WatchParts parts(
            TargetsProperties targets, List<StreamTopics> streams, Map<String, Object> settings, String supervisor) {
        Inquirer inquirer = new Inquirer();
        Map<String, ServiceWatcher> services = new LinkedHashMap<>();
        Map<String, CanaryFlight> flights = new HashMap<>();
        Map<String, List<String>> inputs = new HashMap<>();
        Set<String> needed = new HashSet<>(Set.of(Topics.ALERTS, Topics.RULES, Topics.CANARY));
        targets.watched().forEach((name, target) -> {
            if (target.role() == Role.SERVICE) {
                services.put(name, new ServiceWatcher(name, target, inquirer, WatchingConfiguration::millis, CLOCK));
            }
            String role = target.pipeline();
            if (role != null) {
                for (StreamTopics stream : streams) {
                    String application = PipelinePlan.applicationId(role, stream);
                    String door = PipelinePlan.doorTopic(role, stream);
                    inputs.put(application, List.of(stream.readings(), door));
                    flights.put(door, new CanaryFlight(application));
                    needed.addAll(List.of(stream.readings(), stream.adjusted(), stream.deadLetters(), door));
                }
            }
        });
        HeartbeatBoard heartbeats = new HeartbeatBoard();
        TopicTail heartbeatTail = new TopicTail(
                "watch-heartbeats",
                List.of(Topics.HEARTBEATS),
                0,
                settings,
                record -> heartbeats.heard(record.value(), millis()));
        TopicTail canaryTail = new TopicTail(
                "watch-canaries",
                List.of(Topics.CANARY),
                0,
                settings,
                record -> flights.values().forEach(flight -> flight.heard(record.value(), millis())));
        return new WatchParts(
                services,
                new KafkaWatcher(admin(settings), inputs, needed, WatchingConfiguration::millis),
                new SupervisorWatcher(
                        supervisor.isBlank() ? null : URI.create(supervisor + "/api/processes"),
                        inquirer,
                        WatchingConfiguration::millis),
                new ProbeTrack(),
                heartbeats,
                flights,
                new CanarySender(settings, flights, WatchingConfiguration::millis, CLOCK),
                List.of(heartbeatTail, canaryTail));
    }

    private static Map<String, Object> admin(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("client.id", "healer-watch");
        settings.put("request.timeout.ms", 2_000);
        settings.put("default.api.timeout.ms", 2_000);
        settings.put("reconnect.backoff.max.ms", 1_000);
        return settings;
    }

    /** No step of the system's clock moves it. */
    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
