package io.homeostat.monitor.live;

import static io.homeostat.monitor.alerting.AlertEvents.firing;
import static io.homeostat.monitor.alerting.AlertEvents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.model.Topics;
import io.homeostat.monitor.TestMonitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFeedIT {

    private final HttpClient client = HttpClient.newHttpClient();
    private TestMonitor monitor;
    private KafkaProbe kafka;

    @BeforeAll
    void start(@TempDir Path folder) {
        monitor = TestMonitor.start(folder, "--homeostat.events.clients-per-address-max=3");
        kafka = RealKafka.shared().probe();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> monitor.get("/api/alerts").statusCode() == 200);
    }

    @AfterAll
    void end() {
        monitor.close();
        kafka.close();
    }

    @Test
    void goesOnAfterTheLastEventThatAClientSaw() throws Exception {
        String id;
        String seen = send();
        try (InputStream events = admitted(null)) {
            List<String> lines = readUntil(events, seen);
            id = lines.get(lines.size() - 2).replaceFirst("^id: ?", "");
        }
        String missed = send();

        try (InputStream events = admitted(id)) {
            assertThat(readUntil(events, missed)).noneMatch(line -> line.contains(seen));
        }
    }

    @Test
    void tellsAClientWithAPlaceThatNobodyKnowsToLoadEverythingAgain() throws Exception {
        try (InputStream events = admitted("1.2")) {
            assertThat(readUntil(events, "event:reset")).isNotEmpty();
        }
    }

    @Test
    void sendsFiguresEachSecond() throws Exception {
        try (InputStream events = admitted(null)) {
            assertThat(readUntil(events, "\"readingsPerSecond\"")).contains("event:stats");
        }
    }

    @Test
    void refusesMoreClientsOfOneAddressThanAreAllowed() throws Exception {
        List<InputStream> open = new ArrayList<>();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                HttpResponse<InputStream> answer = open(null);
                open.add(answer.body());
                return answer.statusCode() == 429;
            });
            assertThat(open).hasSizeLessThanOrEqualTo(4);
        } finally {
            for (InputStream events : open) {
                events.close();
            }
        }
    }

    private String send() {
        String id = UUID.randomUUID().toString();
        kafka.send(Topics.ALERTS, null, id, json(firing(id, "live")), null);
        return id;
    }

    /** A place on the feed; those of clients that have gone are free again after a second. */
    private InputStream admitted(String lastEventId) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> open(lastEventId), answer -> answer.statusCode() == 200)
                .body();
    }

    private HttpResponse<InputStream> open(String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(monitor.url("/api/events")));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static List<String> readUntil(InputStream events, String text) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return lines;
            }
        }
        throw new AssertionError("the feed ended before " + text + " came: " + lines);
    }
}
