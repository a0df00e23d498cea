package io.homeostat.monitor.explaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A monitor that has raised alerts, and is asked why, and why not. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplanationIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String WHEN = "'when': {'kind': 'all', 'conditions': [{'kind': 'threshold', 'above': 50},"
            + " {'kind': 'rate', 'above': -100}]}, 'for': 'PT10S'";

    private final Instant began = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
    private KillableKafka broker;
    private KafkaProbe kafka;
    private TestMonitor monitor;

    @BeforeAll
    void raiseAlerts(@TempDir Path folder) throws IOException {
        broker = RealKafka.start(folder.resolve("kafka"));
        kafka = broker.probe();
        // from the first reading on, which rules that are made later need not be
        Path rules = folder.resolve("rules.yml");
        Files.writeString(
                rules,
                ("[{'id': 'hot', 'sensors': 'oven-*', " + WHEN + "},"
                                + " {'id': 'off', 'enabled': false, 'sensors': 'oven-*', " + WHEN + "},"
                                // the one of the documents' examples
                                + " {'id': 'temperature-high', 'when': {'kind': 'threshold', 'above': 30}}]")
                        .replace('\'', '"'));
        monitor = TestMonitor.startOn(
                broker.bootstrapServers(), folder.resolve("monitor"), "--homeostat.rules.file=" + rules);
        await().atMost(BOUND).until(() -> monitor.get("/api/rules").statusCode() == 200);
        await().atMost(BOUND)
                .until(() -> monitor.get("/actuator/pipeline").body().contains("\"state\":\"RUNNING\""));
        for (int second = 0; second < 300; second++) {
            send(second, second >= 200 && second < 250 ? 55 : 45);
        }
        send(295, 45.5);
        kafka.flush();
        await().atMost(BOUND)
                .until(() -> alerts().path("total").asInt() == 1
                        && alerts().path("items")
                                .path(0)
                                .path("state")
                                .asString()
                                .equals("RESOLVED"));
    }

    @AfterAll
    void end() {
        monitor.close();
        kafka.close();
        broker.close();
    }

    @Test
    void saysWhyAnAlertWasRaised() {
        String id = alerts().path("items").path(0).path("alertId").asString();

        JsonNode why = ok("/api/alerts/" + id + "/explanation");

        assertThat(why.path("alert").path("alertId").asString()).isEqualTo(id);
        assertThat(why.path("rule").path("id").asString()).isEqualTo("hot");
        assertThat(why.path("rule").path("version").asInt()).isEqualTo(1);
        assertThat(why.path("moment").asString())
                .isEqualTo(began.plusSeconds(210).toString());
        assertThat(why.path("sentence").asString())
                .contains("55.0 is above 50.0")
                .contains("for 10.0 s");
        assertThat(why.path("held").path("seconds").asDouble()).isEqualTo(10);
        assertThat(why.path("held").path("of").asDouble()).isEqualTo(10);
        JsonNode condition = why.path("conditions").path(0);
        assertThat(condition.path("finding").asString()).isEqualTo("breach");
        assertThat(condition.path("parts").path(0).path("measure").asDouble()).isEqualTo(55);
        assertThat(condition.path("parts").path(0).path("limit").asDouble()).isEqualTo(50);
        assertThat(condition.path("parts").path(1).path("kind").asString()).isEqualTo("rate");
        assertThat(why.path("readings")).hasSize(200).anySatisfy(reading -> {
            assertThat(reading.path("time").asString())
                    .isEqualTo(began.plusSeconds(200).toString());
            assertThat(reading.path("flag").asInt()).isEqualTo(4);
        });
        assertThat(why.path("missing").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hot, oven-1, 205, held",
        "hot, oven-1, 240, fired",
        "hot, oven-1, 100, not-breached",
        "hot, boiler-1, 100, not-matched",
        "hot, oven-9, 100, no-reading",
        "hot, oven-1, -60, no-reading",
        "off, oven-1, 240, disabled"
    })
    void saysWhyARuleDidNotFire(String rule, String sensor, int second, String code) {
        JsonNode why =
                ok("/api/rules/%s/explanation?sensor=%s&at=%s".formatted(rule, sensor, began.plusSeconds(second)));

        assertThat(why.path("reasonCode").asString()).as(why.toString()).isEqualTo(code);
        assertThat(why.path("fired").asBoolean()).isEqualTo(code.equals("fired"));
        assertThat(why.path("sentence").asString()).isNotBlank();
        if (code.equals("fired")) {
            assertThat(why.path("alertId").asString())
                    .isEqualTo(alerts().path("items").path(0).path("alertId").asString());
        }
        if (code.equals("held")) {
            assertThat(why.path("held").path("seconds").asDouble()).isEqualTo(5);
            assertThat(why.path("reading").path("value").asDouble()).isEqualTo(55);
        }
    }

    @Test
    void judgesByTheRuleThatWasInForceWhenTheReadingCame() throws Exception {
        assertThat(post("", "{'id': 'edited', 'sensors': 'later', 'when': {'kind': 'threshold', 'above': 1000}}")
                        .statusCode())
                .isEqualTo(201);
        await().atMost(BOUND).until(() -> monitor.get("/api/rules/edited").statusCode() == 200);
        kafka.send("temperature", null, "later", "{\"temperature\": 60, \"timestamp\": \"" + began + "\"}", null);
        Instant came = Instant.now();
        await().until(() -> Instant.now().isAfter(came.plusMillis(50)));
        assertThat(send(
                                "PUT",
                                "/edited",
                                "{'sensors': 'later', 'when': {'kind': 'threshold', 'above': 50}}",
                                "If-Match",
                                "\"1\"")
                        .statusCode())
                .isEqualTo(200);

        JsonNode why = ok("/api/rules/edited/explanation?sensor=later&at=" + began.plusSeconds(1));

        assertThat(why.path("ruleVersion").asInt()).isEqualTo(1);
        assertThat(why.path("reasonCode").asString()).isEqualTo("below-limit");
    }

    @Test
    void refusesWhatItCannotExplain() {
        assertThat(monitor.get("/api/alerts/none/explanation").statusCode()).isEqualTo(404);
        assertThat(monitor.get("/api/rules/none/explanation?sensor=a").statusCode())
                .isEqualTo(404);
        assertThat(monitor.get("/api/rules/hot/explanation").statusCode()).isEqualTo(400);
        assertThat(monitor.get("/api/rules/hot/explanation?sensor=a&at=soon").statusCode())
                .isEqualTo(400);
        assertThat(monitor.get("/api/rules/hot/explanation?sensor=a&at=1950-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theExamplesOfTheDocumentsWork(@TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("../docs/backtest.md"));
        Matcher examples = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(page);
        int tried = 0;
        while (examples.find()) {
            String example = examples.group(1).replace("http://localhost:8082", monitor.url(""));
            Process shell = new ProcessBuilder("bash", "-e", "-c", example)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as("%s%n%s", example, said).isZero();
            tried++;
        }
        assertThat(tried).isEqualTo(5);
    }

    private JsonNode alerts() {
        return json(monitor.get("/api/alerts?rule=hot"));
    }

    private void send(int second, double value) {
        String json = "{\"temperature\": %s, \"timestamp\": \"%s\"}".formatted(value, began.plusSeconds(second));
        kafka.sendLater("temperature", null, "oven-1", json);
    }

    private HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(monitor.url("/api/rules" + path)))
                .timeout(BOUND)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpProbe.send(request.build());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode ok(String path) {
        HttpResponse<String> answer = monitor.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
