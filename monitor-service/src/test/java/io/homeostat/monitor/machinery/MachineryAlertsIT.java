package io.homeostat.monitor.machinery;

import static io.homeostat.monitor.incidents.IncidentStories.START;
import static io.homeostat.monitor.incidents.IncidentStories.event;
import static io.homeostat.monitor.incidents.IncidentStories.handedOver;
import static io.homeostat.monitor.incidents.IncidentStories.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.heartbeat.Heartbeat;
import io.homeostat.model.heartbeat.HeartbeatJson;
import io.homeostat.model.incident.IncidentEvent;
import io.homeostat.monitor.TestMonitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class MachineryAlertsIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void tellsEachTroubleOnceThoughTheMonitorIsStartedAgain(@TempDir Path folder) {
        try (KillableKafka broker = RealKafka.start(folder.resolve("kafka"));
                KafkaProbe kafka = new KafkaProbe(broker.bootstrapServers())) {
            List<IncidentEvent> story = handedOver("one", START);
            try (TestMonitor monitor = TestMonitor.startOn(broker.bootstrapServers(), folder.resolve("data"))) {
                await().atMost(BOUND).until(() -> monitor.get("/api/alerts").statusCode() == 200);
                beat(kafka);
                story.forEach(event -> send(kafka, event));

                awaitEvents(kafka, "homeostat-incident", 1);
                awaitEvents(kafka, "homeostat-heartbeat", 1);
                assertThat(told(kafka, "homeostat-heartbeat"))
                        .extracting(AlertEvent::state)
                        .containsExactly(AlertState.FIRING);
                await().atMost(BOUND)
                        .untilAsserted(() -> assertThat(monitor.get("/api/alerts?stream=homeostat&sensor=healer")
                                        .body())
                                .contains("\"reasonCode\":\"heartbeat-missing\"", "\"severity\":\"critical\""));
            }

            // what happens while no monitor is there is told by the next, and what is told already is not
            story.forEach(event -> send(kafka, event));
            send(kafka, event("one", 5, "recovered", null, null, START, 600_000, "monitor works again"));
            try (TestMonitor monitor = TestMonitor.startOn(broker.bootstrapServers(), folder.resolve("data"))) {
                awaitEvents(kafka, "homeostat-incident", 2);
                beat(kafka);
                awaitEvents(kafka, "homeostat-heartbeat", 2);
                await().atMost(BOUND)
                        .untilAsserted(() -> assertThat(monitor.get("/api/alerts?stream=homeostat&state=RESOLVED")
                                        .body())
                                .contains("\"total\":2"));
            }

            for (String rule : List.of("homeostat-incident", "homeostat-heartbeat")) {
                List<AlertEvent> events = told(kafka, rule);
                assertThat(events)
                        .extracting(AlertEvent::state)
                        .containsExactly(AlertState.FIRING, AlertState.RESOLVED);
                assertThat(events).extracting(AlertEvent::sequence).containsExactly(1L, 2L);
                assertThat(events)
                        .extracting(AlertEvent::alertId)
                        .containsOnly(events.get(0).alertId());
            }
        }
    }

    private static void awaitEvents(KafkaProbe kafka, String rule, int count) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(told(kafka, rule)).hasSizeGreaterThanOrEqualTo(count));
    }

    private static List<AlertEvent> told(KafkaProbe kafka, String rule) {
        return kafka.readAll(Topics.ALERTS).stream()
                .map(record -> AlertEventJson.read(record.value().getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.ruleId().equals(rule))
                .sorted(Comparator.comparing(AlertEvent::sequence))
                .toList();
    }

    private static void beat(KafkaProbe kafka) {
        Heartbeat heartbeat =
                new Heartbeat("healer-service-8083", "healer-service", Instant.now(), 1, 1, null, 0, null, null, null);
        kafka.send(
                Topics.HEARTBEATS,
                null,
                heartbeat.instance(),
                new String(HeartbeatJson.write(heartbeat), StandardCharsets.UTF_8),
                null);
    }

    private static void send(KafkaProbe kafka, IncidentEvent event) {
        kafka.send(Topics.INCIDENTS, null, event.incidentId(), json(event), null);
    }
}
