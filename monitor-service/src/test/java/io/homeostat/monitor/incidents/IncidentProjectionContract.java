package io.homeostat.monitor.incidents;

import static io.homeostat.monitor.incidents.IncidentStories.START;
import static io.homeostat.monitor.incidents.IncidentStories.at;
import static io.homeostat.monitor.incidents.IncidentStories.event;
import static io.homeostat.monitor.incidents.IncidentStories.handedOver;
import static io.homeostat.monitor.incidents.IncidentStories.healed;
import static io.homeostat.monitor.incidents.IncidentStories.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.model.Topics;
import io.homeostat.model.incident.IncidentEvent;
import io.homeostat.monitor.TestMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the incidents in the store and by HTTP whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IncidentProjectionContract {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private TestMonitor monitor;
    private KafkaProbe kafka;

    abstract String[] databaseSettings();

    @BeforeAll
    void start(@TempDir Path folder) {
        kafka = RealKafka.shared().probe();
        monitor = TestMonitor.start(folder, databaseSettings());
        awaitBody("/api/incidents", "\"items\"");
    }

    @AfterAll
    void end() {
        monitor.close();
        kafka.close();
    }

    @Test
    void tellsAnIncidentFromItsDetectionToItsVerdict() {
        String id = newId();
        List<IncidentEvent> story = healed(id, START);
        send(story.subList(0, 2));
        awaitBody(
                "/api/incidents/" + id,
                "\"open\":true",
                "\"verdict\":null",
                "\"ruledOut\":[\"Not the broker: others speak through it.\"");

        send(story.subList(2, 7));
        awaitBody(
                "/api/incidents/" + id,
                "\"open\":false",
                "\"verdict\":\"HEALED\"",
                "\"closedAt\":\"2026-11-24T08:15:16.650Z\"",
                "\"detectedAfterMillis\":2100",
                "\"tookMillis\":16400",
                "\"remedies\":[\"restart-process\"]",
                "\"sequence\":7");
    }

    @Test
    void passesOverWhatItHasAlreadyAndPutsInOrderWhatCameLate() {
        String id = newId();
        List<IncidentEvent> story = healed(id, START);
        send(List.of(story.get(6), story.get(0), story.get(0)));
        String later = newId();
        send(healed(later, START));
        send(List.of(story.get(1)));
        awaitBody("/api/incidents/" + later, "HEALED");

        awaitBody("/api/incidents/" + id, "\"sequence\":2", "\"verdict\":\"HEALED\"");
        assertThat(monitor.get("/api/incidents/" + id).body().split("\"event\":", -1))
                .as("the parts around three events")
                .hasSize(4);
    }

    @Test
    void staysClosedWhenItsTargetRecoversAfterAPersonWasCalled() {
        String id = newId();
        send(handedOver(id, START));
        send(List.of(event(id, 5, "recovered", null, null, START, 600_000, "monitor works again")));

        awaitBody(
                "/api/incidents/" + id,
                "\"sequence\":5",
                "\"open\":false",
                "\"verdict\":\"HANDED_OVER\"",
                "\"tookMillis\":61000",
                "\"sentence\":\"monitor works again\"");
    }

    @Test
    void findsByTargetKindStateAndTimeNewestFirst() {
        String target = newId();
        String older = newId();
        String newer = newId();
        send(at(target, healed(older, START)));
        send(at(target, healed(newer, START.plusSeconds(60)).subList(0, 2)));
        String all = "/api/incidents?kind=hung-process&target=" + target;
        awaitBody(all, "\"total\":2");

        assertThat(monitor.get(all + "&size=1").body())
                .contains(newer, "\"page\":0,\"size\":1,\"total\":2", "\"events\":[]")
                .doesNotContain(older);
        assertThat(monitor.get(all + "&open=true").body()).contains(newer, "\"total\":1");
        assertThat(monitor.get(all + "&from=2026-11-24T08:15:20Z").body()).contains(newer, "\"total\":1");
        assertThat(monitor.get(all + "&to=2026-11-24T08:15:30Z").body()).contains(older, "\"total\":1");
        assertThat(monitor.get("/api/incidents?kind=crashed&target=" + target).body())
                .contains("\"total\":0");
    }

    @Test
    void passesOverRecordsThatAreNoEventsOfIncidents() {
        for (String bad : List.of("not json", "{}", "[]", "null", "", "{\"incidentId\":\"x\",\"sequence\":0}")) {
            kafka.send(Topics.INCIDENTS, null, "x", bad, null);
        }
        kafka.send(Topics.INCIDENTS, null, "x", null, null);
        String id = newId();
        kafka.send(
                Topics.INCIDENTS,
                null,
                "x",
                json(event(id, 1, "detected", null, null, START, 0, "a\0b".repeat(1_000))),
                null);

        awaitBody("/api/incidents/" + id, "a\\u0000b");
        assertThat(monitor.get("/actuator/prometheus").body()).contains("homeostat_incident_events_unreadable_total");
    }

    @Test
    void refusesWhatCannotBeAsked() {
        assertThat(monitor.get("/api/incidents?open=perhaps").statusCode()).isEqualTo(400);
        assertThat(monitor.get("/api/incidents?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(monitor.get("/api/incidents?size=501").statusCode()).isEqualTo(400);
        assertThat(monitor.get("/api/incidents/nobody").statusCode()).isEqualTo(404);
    }

    private void send(List<IncidentEvent> events) {
        events.forEach(event -> kafka.send(Topics.INCIDENTS, null, event.incidentId(), json(event), null));
    }

    private void awaitBody(String path, String... parts) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(monitor.get(path).body()).contains(parts));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
