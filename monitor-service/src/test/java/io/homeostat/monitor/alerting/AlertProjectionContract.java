package io.homeostat.monitor.alerting;

import static io.homeostat.monitor.alerting.AlertEvents.firing;
import static io.homeostat.monitor.alerting.AlertEvents.json;
import static io.homeostat.monitor.alerting.AlertEvents.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertState;
import io.homeostat.monitor.TestMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the projector and the HTTP interface whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AlertProjectionContract {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private TestMonitor monitor;
    private KafkaProbe kafka;

    abstract String[] databaseSettings();

    @BeforeAll
    void start(@TempDir Path folder) {
        kafka = RealKafka.shared().probe();
        monitor = TestMonitor.start(folder, databaseSettings());
        awaitBody("/actuator/health", "\"status\":\"UP\"");
    }

    @AfterAll
    void end() {
        monitor.close();
        kafka.close();
    }

    @Test
    void showsAnAlertFromItsFirstEventToItsLast() {
        String id = newId();
        send(firing(id, "boiler-7"));
        awaitBody("/api/alerts/" + id, "\"state\":\"FIRING\"", "\"value\":37.25", "\"reasonArgs\":{");

        send(resolved(id, "boiler-7"));
        awaitBody("/api/alerts/" + id, "\"state\":\"RESOLVED\"", "\"resolvedAt\":\"2026-11-24T08:16:00.250Z\"");
        assertThat(monitor.get("/api/alerts/" + id + "/events").body())
                .contains("\"total\":2", "\"sequence\":1", "\"source\":{\"topic\":\"temperature\"");
    }

    @Test
    void passesOverWhatItHasAlready() {
        String id = newId();
        send(firing(id, "a"));
        send(resolved(id, "a"));
        send(firing(id, "a"));
        String later = newId();
        send(firing(later, "a"));

        awaitBody("/api/alerts/" + later, "FIRING");
        assertThat(monitor.get("/api/alerts/" + id).body()).contains("\"state\":\"RESOLVED\"", "\"sequence\":2");
        assertThat(monitor.get("/api/alerts/" + id + "/events").body()).contains("\"total\":2");
    }

    @Test
    void passesOverRecordsThatAreNoAlertEvents() {
        for (String bad : List.of("not json", "{}", "[]", "null", "", "{\"alertId\":\"x\",\"sequence\":0}")) {
            kafka.send(Topics.ALERTS, null, "x", bad, null);
        }
        kafka.send(Topics.ALERTS, null, "x", null, null);
        String id = newId();
        kafka.send(Topics.ALERTS, null, "x", json(firing(id, "a\0b")), null);

        awaitBody("/api/alerts/" + id, "FIRING");
        assertThat(monitor.get("/actuator/prometheus").body()).contains("homeostat_alert_events_unreadable_total");
    }

    @Test
    void findsByStateSensorAndTimeNewestFirst() {
        String sensor = newId();
        String older = newId();
        String newer = newId();
        send(AlertEvents.event(older, 1, AlertState.FIRING, sensor, AlertEvents.START));
        send(AlertEvents.event(newer, 1, AlertState.FIRING, sensor, AlertEvents.START.plusSeconds(5)));
        awaitBody("/api/alerts?state=firing,PENDING&severity=warning&sensor=" + sensor, "\"total\":2");

        String all = monitor.get("/api/alerts?sensor=" + sensor + "&size=1").body();
        assertThat(all).contains(newer, "\"page\":0,\"size\":1,\"total\":2").doesNotContain(older);
        assertThat(monitor.get("/api/alerts?sensor=" + sensor + "&to=2026-11-24T08:15:03Z")
                        .body())
                .contains(older, "\"total\":1");
        assertThat(monitor.get("/api/alerts?sensor=" + sensor + "&state=RESOLVED")
                        .body())
                .contains("\"total\":0");
    }

    @Test
    void countsOpenAlertsBySeverity() {
        send(firing(newId(), "counted"));

        awaitBody("/actuator/prometheus", "homeostat_alerts_open{", "homeostat_alert_events_total{");
    }

    @Test
    void countsOpenAlertsByRule() {
        String id = newId();
        send(firing(id, "counted"));
        awaitBody("/api/alerts/" + id, "FIRING");
        String counts = monitor.get("/api/alerts/counts").body();
        assertThat(counts).matches("\\{\"byRule\":\\{\"temperature-high\":[1-9]\\d*}}");

        send(resolved(id, "counted"));
        awaitBody("/api/alerts/" + id, "RESOLVED");
        assertThat(monitor.get("/api/alerts/counts").body()).isNotEqualTo(counts);
    }

    @Test
    void saysWhatIsAllowed() {
        Map.of(
                        "/api/alerts?size=501", "size must be 1 to 500, was 501",
                        "/api/alerts?page=-1", "page must be at least 0",
                        "/api/alerts?state=BURNING", "PENDING, FIRING, RECOVERING, RESOLVED",
                        "/api/alerts?severity=high", "info, warning, critical")
                .forEach((path, sentence) -> {
                    var answer = monitor.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(400);
                    assertThat(answer.body()).contains(sentence);
                    assertThat(answer.headers().firstValue("content-type").orElse(""))
                            .startsWith("application/problem+json");
                });
        assertThat(monitor.get("/api/alerts?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(monitor.get("/api/alerts/nobody").statusCode()).isEqualTo(404);
        assertThat(monitor.get("/api/alerts/nobody/events").statusCode()).isEqualTo(404);
    }

    private void send(AlertEvent event) {
        kafka.send(Topics.ALERTS, null, event.alertId(), json(event), null);
    }

    private void awaitBody(String path, String... parts) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(monitor.get(path).body()).contains(parts));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
