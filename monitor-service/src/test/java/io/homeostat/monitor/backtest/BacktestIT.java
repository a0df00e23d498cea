package io.homeostat.monitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

/** A monitor that has judged a few thousand readings live, and is asked what it would have found in them. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration LATENESS = Duration.ofSeconds(2);
    private static final List<String> SENSORS = List.of("oven-1", "oven-2", "oven-3");
    private static final int SECONDS = 900;
    private static final int SILENCE_BEGINS = 400;
    private static final int SILENCE_ENDS = 430;

    private static final Map<String, String> RULES = Map.of(
            "held",
            "'severity': 'critical', 'when': {'kind': 'threshold', 'above': 30}, 'for': 'PT5S',"
                    + " 'clear': {'below': 29, 'for': 'PT3S'}",
            "mean",
            "'when': {'kind': 'window', 'aggregate': 'mean', 'size': 'PT10S', 'slide': 'PT5S', 'above': 28}",
            "silent",
            "'when': {'kind': 'missing', 'duration': 'PT5S'}");

    private final Instant began =
            Instant.now().minusSeconds(2 * SECONDS).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    private KillableKafka broker;
    private KafkaProbe kafka;
    private TestMonitor monitor;

    @BeforeAll
    void judgeReadingsLive(@TempDir Path folder) throws IOException {
        broker = RealKafka.start(folder.resolve("kafka"));
        kafka = broker.probe();
        // from the first reading on, which rules that are made later need not be
        Path rules = folder.resolve("rules.yml");
        Files.writeString(
                rules,
                RULES.entrySet().stream()
                        .map(rule -> rule(rule.getKey(), rule.getValue()))
                        .collect(Collectors.joining(", ", "[", "]")));
        monitor = TestMonitor.startOn(
                broker.bootstrapServers(),
                folder.resolve("monitor"),
                "--homeostat.lateness=" + LATENESS,
                "--homeostat.rules.file=" + rules);
        await().atMost(BOUND).until(() -> monitor.get("/api/rules").statusCode() == 200);
        await().atMost(BOUND)
                .until(() -> monitor.get("/actuator/pipeline").body().contains("\"state\":\"RUNNING\""));
        for (String sensor : SENSORS) {
            sendReadings(sensor);
        }
        kafka.flush();
        // the last silence is the last thing that there is to find
        await().atMost(BOUND)
                .until(() -> live("silent").stream()
                                .filter(alert -> alert.endsWith("open"))
                                .count()
                        == SENSORS.size());
    }

    @AfterAll
    void end() {
        monitor.close();
        kafka.close();
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"held, 10", "mean, 10", "silent, 6"})
    void findsTheVeryAlertsThatTheMonitorHasRaised(String id, int least) {
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(tested(backtest(id, RULES.get(id)))).isEqualTo(live(id)));

        JsonNode result = backtest(id, RULES.get(id));
        assertThat(live(id)).hasSizeGreaterThanOrEqualTo(least);
        assertThat(result.path("alertCount").asInt()).isEqualTo(live(id).size());
        assertThat(result.path("alerts"))
                .allSatisfy(alert -> assertThat(alert.path("change").asString()).isEqualTo("same"));
        assertThat(result.path("gone")).isEmpty();
        assertThat(result.path("sensors").asInt()).isEqualTo(SENSORS.size());
        assertThat(result.path("readings").asInt())
                .isEqualTo(SENSORS.size() * (SECONDS - SILENCE_ENDS + SILENCE_BEGINS));
        assertThat(Instant.parse(result.path("from").asString())).isEqualTo(began);
        assertThat(result.path("truncated").isNull()).isTrue();
    }

    @Test
    void saysWhatAnotherRuleWouldChange() {
        JsonNode result = backtest("held", RULES.get("held").replace("30", "32"));

        assertThat(result.path("liveVersion").asInt()).isEqualTo(1);
        assertThat(result.path("goneCount").asInt()).isPositive();
        assertThat(result.path("gone"))
                .allSatisfy(alert -> assertThat(alert.path("change").asString()).isEqualTo("gone"));
        assertThat(result.path("alertCount").asInt()).isPositive();
        assertThat(result.path("alertsPerWeek").asDouble()).isGreaterThan(1_000);
    }

    @Test
    void judgesTheRangeAloneAndWarmsUpBefore() {
        Instant from = began.plusSeconds(300);
        JsonNode result = ok(post(body("mean", RULES.get("mean"), from, began.plusSeconds(350), "oven-1")));

        assertThat(result.path("readings").asInt()).isEqualTo(51);
        assertThat(result.path("sensors").asInt()).isEqualTo(1);
        assertThat(result.path("warmUpSeconds").asDouble()).isEqualTo(300);
        assertThat(result.path("alerts"))
                .allSatisfy(alert -> assertThat(alert.path("openedAt").asString())
                        .isLessThanOrEqualTo(began.plusSeconds(350).toString()));
    }

    @Test
    void findsAnOldRecordingThatWasReplayedWithItsOwnTimes() {
        Instant then = Instant.parse("2013-12-01T00:00:00Z");
        for (int second = 0; second < 10; second++) {
            String json = "{\"temperature\": %s, \"timestamp\": \"%s\"}".formatted(31, then.plusSeconds(second));
            kafka.sendLater("temperature", null, "old-oven", json);
        }
        kafka.flush();

        JsonNode result = ok(post(
                "{\"rule\": {\"when\": {\"kind\": \"threshold\", \"above\": 30}}, \"from\": \"%s\", \"to\": \"%s\"}"
                        .formatted(then.plusSeconds(5), then.plusSeconds(60))));

        assertThat(result.path("readings").asInt()).isEqualTo(5);
        assertThat(result.path("warmUpSeconds").asDouble()).isEqualTo(5);
        assertThat(result.path("to").asString()).isEqualTo("2013-12-01T00:00:09Z");
        assertThat(result.path("alertCount").asInt()).isEqualTo(1);
    }

    @Test
    void tellsAllByEventsToWhoAcceptsThem() throws Exception {
        HttpResponse<String> answer = follow(body("held", RULES.get("held"), began, Instant.now(), "*"));

        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> events =
                answer.body().lines().filter(line -> line.startsWith("event:")).toList();
        assertThat(events.get(0)).isEqualTo("event:started");
        assertThat(events.get(events.size() - 1)).isEqualTo("event:result");
        List<String> data =
                answer.body().lines().filter(line -> line.startsWith("data:")).toList();
        JsonNode result = JsonMapper.shared().readTree(data.get(data.size() - 1).substring("data:".length()));
        String id = JsonMapper.shared()
                .readTree(data.get(0).substring("data:".length()))
                .path("backtestId")
                .asString();
        assertThat(result.path("backtestId").asString()).isEqualTo(id).isNotEmpty();
        assertThat(result.path("alertCount").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not json                                                                                 | 400 | JSON
            []                                                                                       | 422 | object
            {}                                                                                       | 422 | rule must be an object
            {'rule': {'when': {'kind': 'treshold', 'above': 3}}, 'from': 'F', 'to': 'T'}             | 422 | did you mean
            {'rule': {'when': {'kind': 'threshold', 'above': 3}}, 'to': 'T'}                         | 422 | from must be a time
            {'rule': {'when': {'kind': 'threshold', 'above': 3}}, 'from': 'T', 'to': 'F'}            | 422 | from must be before to
            {'rule': {'when': {'kind': 'threshold', 'above': 3}}, 'from': 'F', 'to': 'T', 'seed': 1} | 422 | "seed" is none of them
            {'rule': {'when': {'kind': 'threshold', 'above': 3}}, 'from': 'F', 'to': 'T', 'sensors': 1} | 422 | sensors must be a glob
            """)
    void refusesWhatItCannotRun(String body, int status, String says) {
        String order = body.replace('\'', '"')
                .replace("\"F\"", "\"2026-11-23T08:00:00Z\"")
                .replace("\"T\"", "\"2026-11-24T08:00:00+01:00\"");

        HttpResponse<String> answer = post(order);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("detail").asString()).contains(says);
    }

    @Test
    void listsAllThatIsWrongWithADraftAsTheRulesDo() {
        String draft = "{\"sevrity\": \"info\", \"when\": {\"kind\": \"treshold\", \"above\": 3}}";
        HttpResponse<String> refused = post("{\"rule\": " + draft + ", \"from\": \"x\"}");

        HttpResponse<String> rules = post("/api/rules", draft.replaceFirst("\\{", "{\"id\": \"wrong\", "));
        assertThat(json(follow("{\"rule\": " + draft + "}")).path("errors")).hasSize(2);
        assertThat(json(refused).path("errors"))
                .isEqualTo(json(rules).path("errors"))
                .hasSize(2);
    }

    @Test
    void runsOneAtATimeForAnAddressAndIsCancelledById() throws Exception {
        String order = body("held", RULES.get("held"), began, Instant.now(), "*");
        try (RunningBacktest place = monitor.bean(Backtests.class).admit("127.0.0.1")) {
            HttpResponse<String> refused = post(order);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(json(refused).path("detail").asString()).contains("of your address");
            assertThat(delete(place.id())).isEqualTo(204);
        }
        assertThat(post(order).statusCode()).isEqualTo(200);
        assertThat(delete("none")).isEqualTo(404);
    }

    @Test
    void runsOverAFile() throws Exception {
        String file = """
                sensor,timestamp,value
                boiler-7,2026-11-23 08:00:00,31
                boiler-7,2026-11-23 08:01:00,20
                oven-1,2026-11-23 08:01:00,31
                """;
        JsonNode result = ok(postFile("{'when': {'kind': 'threshold', 'above': 30}, 'sensors': 'boiler-*'}", file));

        assertThat(result.path("readings").asInt()).isEqualTo(2);
        assertThat(result.path("alerts")).singleElement().satisfies(alert -> {
            assertThat(alert.path("sensorId").asString()).isEqualTo("boiler-7");
            assertThat(alert.path("resolvedAt").asString()).isEqualTo("2026-11-23T08:01:00Z");
            assertThat(alert.path("reason").asString()).isEqualTo("31.0 is above 30.0");
            assertThat(alert.path("severity").asString()).isEqualTo("warning");
        });
        HttpResponse<String> refused =
                postFile("{'when': {'kind': 'threshold', 'above': 30}}", file + "boiler-7,x,1\n");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("detail").asString()).startsWith("Line 5: timestamp");
        assertThat(postFile("{'when': {'kind': 'threshold', 'above': 30}}", "x".repeat(8 * 1024 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(postFile("[", file).statusCode()).isEqualTo(400);
    }

    /** A walk about the limit, each reading up to a second and a half late, with a silence in the middle. */
    private void sendReadings(String sensor) {
        Random random = new Random(sensor.hashCode());
        record Sent(double atSecond, String json) {}
        List<Sent> sent = new ArrayList<>();
        double value = 27;
        for (int second = 0; second < SECONDS; second++) {
            value += (27 - value) / 20 + 1.5 * random.nextGaussian();
            if (second < SILENCE_BEGINS || second >= SILENCE_ENDS) {
                String time = began.plusSeconds(second).toString();
                String json = "{\"temperature\": %s, \"timestamp\": \"%s\"}".formatted(value, time);
                sent.add(new Sent(second + 1.5 * random.nextDouble(), json));
            }
        }
        sent.sort(Comparator.comparing(Sent::atSecond));
        sent.forEach(one -> kafka.sendLater("temperature", null, sensor, one.json()));
    }

    /** What the monitor's live rule has found, in the terms in which two histories are the same. */
    private TreeSet<String> live(String rule) {
        return history(
                json(monitor.get("/api/alerts?size=500&rule=" + rule)).path("items"),
                alert -> alert.path("fired").asBoolean()
                        && !alert.path("withdrawn").asBoolean(),
                "highestSeverity");
    }

    private static TreeSet<String> tested(JsonNode result) {
        return history(result.path("alerts"), alert -> true, "severity");
    }

    private static TreeSet<String> history(JsonNode alerts, Predicate<JsonNode> counts, String severity) {
        TreeSet<String> history = new TreeSet<>();
        for (JsonNode alert : alerts) {
            if (counts.test(alert)) {
                JsonNode end = alert.path("resolvedAt");
                history.add("%s %s from %s to %s"
                        .formatted(
                                alert.path("sensorId").asString(),
                                alert.path(severity).asString(),
                                alert.path("openedAt").asString(),
                                end.isNull() ? "open" : end.asString()));
            }
        }
        return history;
    }

    private JsonNode backtest(String id, String fields) {
        return ok(post(body(id, fields, began, Instant.now(), "*")));
    }

    private static String body(String id, String fields, Instant from, Instant to, String sensors) {
        return "{\"rule\": %s, \"from\": \"%s\", \"to\": \"%s\", \"sensors\": \"%s\"}"
                .formatted(rule(id, fields), from, to, sensors);
    }

    private static String rule(String id, String fields) {
        return "{'id': '%s', 'sensors': 'oven-*', %s}".formatted(id, fields).replace('\'', '"');
    }

    private HttpResponse<String> post(String body) {
        return post("/api/rules/backtest", body);
    }

    private HttpResponse<String> follow(String body) {
        return send(HttpRequest.newBuilder(URI.create(monitor.url("/api/rules/backtest")))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(monitor.url(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> postFile(String rule, String file) {
        String query = URLEncoder.encode(rule.replace('\'', '"'), StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(monitor.url("/api/rules/backtest?rule=" + query)))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
    }

    private int delete(String id) {
        return send(HttpRequest.newBuilder(URI.create(monitor.url("/api/rules/backtest/" + id)))
                        .DELETE())
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpProbe.send(request.timeout(BOUND).build());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
